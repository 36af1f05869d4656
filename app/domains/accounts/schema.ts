import { z } from 'zod';
import { choice, email, lengthOf, line, optionalText } from '#app/kernel/text.ts';
import { passwordLimits } from './rules.ts';
import { grantedRoles } from './types.ts';

/** A password as typed: neither trimmed nor cleaned, so that a pasted one stays what it is. */
const password = z
  .preprocess((value) => value ?? '', z.string())
  .superRefine((value, context) => {
    const length = lengthOf(value);
    if (length === 0) context.addIssue({ code: 'custom', message: 'required' });
    else if (length < passwordLimits.min)
      context.addIssue({ code: 'custom', message: `too_short|min=${passwordLimits.min}` });
    else if (length > passwordLimits.max)
      context.addIssue({ code: 'custom', message: `too_long|max=${passwordLimits.max}` });
  });
/** The password somebody already has: whatever it is, it is only compared. */
const knownPassword = z.preprocess(
  (value) => (typeof value === 'string' ? value.slice(0, 1000) : ''),
  z.string().min(1, 'required'),
);
const yes = z.literal('si', { error: 'consent_required' });
const name = line({ max: 120 });
const returnTo = z.string().max(2000).optional().catch(undefined);

const guardian = {
  acudiente_nombre: optionalText({ max: 120 }),
  acudiente_contacto: optionalText({ max: 254 }),
  menor_oido: z.literal('si').optional().catch(undefined),
};

/** Under 18 the guardian's authorisation is part of registering. */
export const RegisterForm = z
  .object({
    nombre: name,
    correo: email,
    clave: password,
    mayor_de_edad: choice(['si', 'no']),
    ...guardian,
    acepta_datos: yes,
    volver: returnTo,
  })
  .superRefine((form, context) => {
    if (form.mayor_de_edad === 'si') return;
    for (const field of ['acudiente_nombre', 'acudiente_contacto'] as const) {
      if (!form[field]) context.addIssue({ code: 'custom', path: [field], message: 'required' });
    }
    if (!form.menor_oido)
      context.addIssue({ code: 'custom', path: ['menor_oido'], message: 'minor_heard_required' });
  });
export type RegisterInput = z.output<typeof RegisterForm>;

/** Signing in never says which part is wrong, so nothing is refused for its shape. */
export const SignInForm = z.object({
  correo: z.string().trim().toLowerCase().max(254).catch(''),
  clave: z.string().max(1000).catch(''),
  volver: returnTo,
});
export const LinkRequestForm = z.object({ correo: email, volver: returnTo });
export const RecoverForm = z.object({ clave: password });
export const FirstCoordinatorForm = z.object({ nombre: name, clave: password, acepta_datos: yes });

export const ProfileForm = z.object({ nombre: name, idioma: choice(['es', 'en']) });
export const EmailForm = z.object({ correo: email, clave: knownPassword });
export const PasswordForm = z.object({ clave: knownPassword, clave_nueva: password });
export const CloseAccountForm = z.object({ clave: knownPassword, confirmo: yes });
export const AccountAction = z.object({ accion: choice(['datos', 'correo', 'verificar']) });
export const SessionForm = z.object({
  accion: choice(['cerrar', 'cerrar_otras', 'clave']),
  sesion: z.string().max(100).optional(),
});

/** POST /coordinacion/roles */
export const GrantForm = z.object({
  correo: email,
  rol: choice(grantedRoles),
  alcance: optionalText({ max: 100 }),
  desde: optionalText({ max: 40 }),
  hasta: optionalText({ max: 40 }),
});
export type GrantInput = z.output<typeof GrantForm>;
