import { z } from 'zod';
import { choice, line, text, whole } from '#app/kernel/text.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { moment } from '#app/domains/plan/schema.ts';
import { drandChainNames, roundFrom, roundTime } from './drand.ts';
import { drawLimits } from './rules.ts';
import type { Commitment } from './source.ts';

const drawActs = {
  preparar: 'prepare',
  calcular: 'calculate',
  detener: 'stop',
  comprometer: 'commit',
  sortear: 'hold',
} as const;

/** What a post of the page of a draw does. */
export const DrawAct = z
  .object({ accion: choice(['preparar', 'calcular', 'detener', 'comprometer', 'sortear']) })
  .transform(({ accion }) => ({ act: drawActs[accion] }));

/** The quotas, as fields `min.<goal>` and `max.<goal>`. */
export const QuotaPair = z.object({ min: whole(0, 5000), max: whole(0, 5000) });

const shares = z.discriminatedUnion(
  'aportes',
  [
    z.object({ aportes: z.literal('no') }),
    z.object({
      aportes: z.literal('si'),
      aportes_hasta: moment('end'),
      revelar_hasta: moment('end'),
    }),
  ],
  { error: 'choose_one' },
);
const drandSource = z.object({
  origen: z.literal('drand'),
  cadena: choice(drandChainNames),
  momento: moment('start'),
});
/** A number of so many digits and a series of so many: a million results at least. */
const lotterySource = z.object({
  origen: z.literal('loteria'),
  loteria: line({ min: 3, max: drawLimits.name }),
  sorteo: whole(1, 999_999),
  cifras: whole(3, 8),
  cifras_serie: whole(0, 4),
  momento: moment('start'),
});

/**
 * The commitment: which source exactly and when it is known, and whether people of the Circle add
 * to it. A moment gives the round of drand that is published then, and the day of a lottery.
 */
export const CommitForm = z
  .discriminatedUnion('origen', [drandSource, lotterySource], { error: 'choose_one' })
  .and(shares)
  .superRefine((form, context) => {
    if (form.origen === 'loteria' && form.cifras + form.cifras_serie < 6)
      context.addIssue({ code: 'custom', path: ['cifras'], message: 'source_too_few_digits' });
  })
  .transform((form): Commitment => {
    const times =
      form.aportes === 'si'
        ? { sharesUntil: form.aportes_hasta, revealUntil: form.revelar_hasta }
        : { sharesUntil: null, revealUntil: null };
    if (form.origen === 'drand') {
      const round = roundFrom(form.cadena, form.momento);
      return {
        source: { form: 'drand', chain: form.cadena, round },
        at: roundTime(form.cadena, round),
        ...times,
      };
    }
    return {
      source: {
        form: 'loteria',
        name: form.loteria,
        number: form.sorteo,
        day: civilDay(form.momento),
        digits: form.cifras,
        series: form.cifras_serie,
      },
      at: form.momento,
      ...times,
    };
  });

/** What the public source said. */
export const HoldForm = z
  .object({ resultado: text({ min: 2, max: drawLimits.text }) })
  .transform(({ resultado }) => ({ result: resultado }));

const shareActs = { comprometer: 'commit', revelar: 'reveal' } as const;
export const ShareForm = z
  .object({ accion: choice(['comprometer', 'revelar']) })
  .transform(({ accion }) => ({ act: shareActs[accion] }));

/** The hash by which a person of the Circle commits to what they add to the seed. */
export const CommitmentForm = z
  .object({
    huella: z.preprocess(
      (value) => (typeof value === 'string' ? value.trim().toLowerCase() : ''),
      z.string().regex(/^[0-9a-f]{64}$/, 'hash_invalid'),
    ),
  })
  .transform(({ huella }) => ({ commitment: huella }));

/** The secret itself, letter by letter, since its hash was given before: one line, as typed. */
export const SecretForm = z
  .object({
    secreto: z
      .string({ error: 'required' })
      .min(drawLimits.secretMin, `too_short|min=${drawLimits.secretMin}`)
      .max(drawLimits.secretMax, `too_long|max=${drawLimits.secretMax}`)
      .regex(/^\P{Cc}*$/u, 'secret_one_line'),
  })
  .transform(({ secreto }) => ({ secret: secreto }));
