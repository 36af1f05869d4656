import { z } from 'zod';
import { choice, email, id, line, optional, optionalChoice, text } from '#app/kernel/text.ts';
import { readPhone } from '#app/domains/registration/rules.ts';
import { callResults, claims, letterKinds, type Claim, type LetterKind } from './types.ts';

/** How long the words of a letter may be. */
export const letterLimits = { name: 120, textMin: 10, text: 3000, answer: 5000 };

const phone = z
  .string()
  .max(40, 'phone_invalid')
  .transform((value, context) => {
    const found = readPhone(value);
    if (!found) context.addIssue({ code: 'custom', message: 'phone_invalid' });
    return found ?? '';
  });

/** A query where nothing else is said: it has the shorter term. */
const claimOf = (kind: LetterKind, claim: Claim | undefined): Claim | null =>
  kind === 'datos' ? (claim ?? 'consulta') : null;

/** The form of who writes: what about, who they are and one way to answer them. */
export const LetterForm = z
  .object({
    tipo: choice(letterKinds),
    pide: optionalChoice(claims),
    nombre: line({ min: 2, max: letterLimits.name }),
    correo: optional(email),
    telefono: optional(phone),
    texto: text({ min: letterLimits.textMin, max: letterLimits.text }),
  })
  .superRefine((form, context) => {
    if (form.correo === undefined && form.telefono === undefined)
      context.addIssue({ code: 'custom', path: ['correo'], message: 'contact_required' });
  })
  .transform((form) => ({
    kind: form.tipo,
    claim: claimOf(form.tipo, form.pide),
    name: form.nombre,
    email: form.correo ?? null,
    phone: form.telefono ?? null,
    body: form.texto,
  }));
export type LetterInput = z.output<typeof LetterForm>;

/** What was asked for, from who wrote. */
export const ReplyForm = z
  .object({ texto: text({ min: 1, max: letterLimits.text }) })
  .transform((form) => ({ body: form.texto }));

const said = text({ min: letterLimits.textMin, max: letterLimits.answer });
const withText = <A extends string>(act: A) =>
  z
    .object({ accion: z.literal(act), texto: said })
    .transform(({ texto }) => ({ act, body: texto }));

/** What coordination does with a letter. */
export const LetterAct = z.discriminatedUnion('accion', [
  z.object({ accion: z.literal('tomar') }).transform(() => ({ act: 'tomar' as const })),
  z.object({ accion: z.literal('soltar') }).transform(() => ({ act: 'soltar' as const })),
  withText('responder'),
  withText('pedir'),
  withText('anotar'),
  withText('prorrogar'),
  withText('cerrar'),
  z
    .object({
      accion: z.literal('cambiar'),
      tipo: choice(letterKinds),
      pide: optionalChoice(claims),
    })
    .transform(({ tipo, pide }) => ({
      act: 'cambiar' as const,
      kind: tipo,
      claim: claimOf(tipo, pide),
    })),
]);
export type LetterActInput = z.output<typeof LetterAct>;

/** What came of a call that somebody made. */
export const CallForm = z
  .object({ llamada: id, resultado: choice(callResults) })
  .transform((form) => ({ callId: form.llamada, result: form.resultado }));
export type CallInput = z.output<typeof CallForm>;
