import { z } from 'zod';
import { choice, localityCode, optional, optionalText } from '#app/kernel/text.ts';

const code = optional(z.string().regex(/^[a-z0-9_]{1,40}$/, 'choose_one'));
const codes = z
  .array(z.string())
  .transform((values) => values.filter((value) => value !== ''))
  .pipe(z.array(z.string().regex(/^[a-z0-9_]{1,40}$/, 'choose_one')).max(20, 'choose_one'))
  .optional();

/** A year of birth; empty is nothing. */
export const birthYear = optional(
  z.coerce
    .number({ error: 'year_invalid' })
    .int('year_invalid')
    .min(1900, 'year_invalid')
    .max(2100, 'year_invalid'),
);

/**
 * What a person may say of themselves: names as the contract has them (section 5); whether a code
 * exists the catalogue says.
 */
export const declarationFields = {
  genero: code,
  genero_otra: optionalText({ max: 80 }),
  anio_nacimiento: birthYear,
  localidad: optional(localityCode),
  wg_ver: code,
  wg_oir: code,
  wg_caminar: code,
  wg_recordar: code,
  wg_cuidado: code,
  wg_comunicar: code,
  cuida: codes,
  etnia: code,
  victima: code,
  organizacion: optionalText({ max: 160 }),
  organizacion_tipo: code,
  como_supo: code,
};

/** What an account says of itself; without the permission nothing is kept. */
export const ProfileForm = z.object({
  genero: declarationFields.genero,
  anio_nacimiento: declarationFields.anio_nacimiento,
  localidad: declarationFields.localidad,
  acepta_estadistica: z.literal('si', { error: 'accept_statistics' }),
});
export type ProfileInput = z.output<typeof ProfileForm>;
export const ProfileAct = z
  .object({ accion: choice(['guardar', 'borrar']) })
  .transform((form) => ({ action: form.accion }));
