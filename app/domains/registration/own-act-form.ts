import { z } from 'zod';
import { choice, id, line } from '#app/kernel/text.ts';
import { tidy } from '#app/domains/declarations/rules.ts';
import { declarationFields } from '#app/domains/declarations/schema.ts';
import { contactIsThere, guardianFields, outcome, personalFields, personalOf } from './schema.ts';
import { ownActs } from './types.ts';

/** Which act a person posts at their registration's page, by its code. */
export const OwnActName = z
  .object({ accion: choice(ownActs) })
  .transform(({ accion }) => ({ act: accion }));

/** Answers about oneself that are given later: with the permission, and at least one. */
export const AnsweredLater = z
  .object({
    accion: z.literal('responder'),
    ...declarationFields,
    ...guardianFields,
    acepta_estadistica: z.literal('si', { error: 'accept_statistics' }),
  })
  .transform(({ accion, acepta_estadistica: _, ...form }) => {
    const { acudiente_nombre, acudiente_contacto, menor_oido, ...answers } = form;
    const guardian = { guardianName: acudiente_nombre, guardianContact: acudiente_contacto };
    return { act: accion, later: { ...guardian, minorHeard: menor_oido, answers } };
  })
  .superRefine(({ later }, context) => {
    if (Object.keys(tidy(later.answers)).length === 0)
      context.addIssue({ code: 'custom', path: ['genero'], message: 'answer_something' });
  });

const actAlone = <A extends (typeof ownActs)[number]>(act: A) =>
  z.object({ accion: z.literal(act) }).transform(() => ({ act }));

/** The same act with all that its form says. */
export const OwnAct = z.discriminatedUnion('accion', [
  actAlone('aceptar'),
  actAlone('cancelar'),
  actAlone('enlace'),
  actAlone('reclamar'),
  actAlone('cerrar'),
  z
    .object({
      accion: z.literal('abrir'),
      enlace: z
        .string()
        .regex(/^[\w-]{22}$/, 'personal_link_over')
        .optional(),
      palabra: line({ min: 3, max: 80 }).optional(),
    })
    .superRefine((form, context) => {
      if (form.enlace === undefined && form.palabra === undefined)
        context.addIssue({ code: 'custom', path: ['palabra'], message: 'required' });
    })
    .transform((form) => ({
      act: 'abrir' as const,
      token: form.enlace,
      word: form.palabra ?? '',
    })),
  z
    .object({ accion: z.literal('guardar'), ...personalFields })
    .superRefine(contactIsThere)
    .transform((form) => ({ act: 'guardar' as const, personal: personalOf(form) })),
  z
    .object({
      accion: z.literal('retirar_permiso'),
      permiso: choice(['estadistica', 'contacto', 'imagen']),
    })
    .transform((form) => ({ act: 'retirar_permiso' as const, purpose: form.permiso })),
  AnsweredLater,
  z
    .object({ accion: z.literal('aclarar'), otra: id, es: outcome })
    .transform((form) => ({ act: 'aclarar' as const, otherId: form.otra, outcome: form.es })),
]);
export type OwnActInput = z.output<typeof OwnAct>;
export type PersonalInput = Extract<OwnActInput, { act: 'guardar' }>['personal'];
