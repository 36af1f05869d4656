import { z } from 'zod';
import {
  calendarDay,
  choice,
  email,
  line,
  localityCode,
  optional,
  text,
} from '#app/kernel/text.ts';
import { circleLimits } from './rules.ts';
import { decisions, sectors, votes } from './types.ts';

const optionalDay = optional(calendarDay);

export const AttendanceForm = z
  .object({ presente: choice(['si', 'no']) })
  .transform(({ presente }) => ({ present: presente === 'si' }));
export const NoteForm = z
  .object({ texto: text({ max: circleLimits.note }) })
  .transform(({ texto }) => ({ text: texto }));
export const RequestForm = z
  .object({ localidad: optional(localityCode), motivo: text({ min: 10, max: 500 }) })
  .transform(({ localidad, motivo }) => ({ localityCode: localidad ?? null, reason: motivo }));
export type RequestInput = z.output<typeof RequestForm>;
export const RequestAnswerForm = z
  .object({
    pedido: z.string(),
    taller: optional(z.string()),
    respuesta: text({ min: 4, max: 500 }),
  })
  .transform(({ pedido, taller, respuesta }) => ({
    requestId: pedido,
    meetingId: taller ?? null,
    answer: respuesta,
  }));
export type RequestAnswerInput = z.output<typeof RequestAnswerForm>;
export const VoteForm = z.object({ voto: choice(votes) }).transform(({ voto }) => ({ vote: voto }));

/** The answer to each idea comes in fields named `tomado.<idea>` and `no_tomado.<idea>`. */
export const DecisionForm = z
  .object({
    decision: choice(decisions),
    razones: text({ min: circleLimits.reasonsMin, max: circleLimits.reasons }),
    hasta: optionalDay,
  })
  .transform(({ decision, razones, hasta }) => ({ decision, reasons: razones, until: hasta }));
export type DecisionInput = z.output<typeof DecisionForm> & {
  taken: Record<string, string>;
  notTaken: Record<string, string>;
};

/** A member's seat: `comisiones` repeats. */
export const SeatForm = z
  .object({
    correo: email,
    sector: choice(sectors),
    organizacion: line({ max: 160 }),
    comisiones: z
      .array(z.string().max(80))
      .transform((slugs) => [...new Set(slugs.filter((slug) => slug !== ''))])
      .pipe(z.array(z.string()).min(1, 'choose_some')),
    desde: optionalDay,
    hasta: optionalDay,
  })
  .refine((seat) => !seat.desde || !seat.hasta || seat.desde <= seat.hasta, {
    path: ['hasta'],
    message: 'date_order',
  })
  .transform((form) => ({
    email: form.correo,
    sector: form.sector,
    organisation: form.organizacion,
    commissions: form.comisiones,
    from: form.desde,
    until: form.hasta,
  }));
export type SeatInput = z.output<typeof SeatForm>;
