import { z } from 'zod';
import { choice, email, lengthOf, line, optional, optionalText } from '#app/kernel/text.ts';
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

/** Who gives no password signs in by mailed links. Under 18 the guardian's authorisation is part of registering. */
export const RegisterForm = z
  .object({
    nombre: name,
    correo: email,
    clave: optional(password),
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
  })
  .transform((form) => ({
    name: form.nombre,
    email: form.correo,
    password: form.clave,
    guardian:
      form.mayor_de_edad === 'no' && form.acudiente_nombre && form.acudiente_contacto
        ? { name: form.acudiente_nombre, contact: form.acudiente_contacto }
        : null,
    returnTo: form.volver,
  }));
export type RegisterInput = Omit<z.output<typeof RegisterForm>, 'returnTo'>;

/** Signing in never says which part is wrong, so nothing is refused for its shape. */
export const SignInForm = z
  .object({
    correo: z.string().trim().toLowerCase().max(254).catch(''),
    clave: z.string().max(1000).catch(''),
    volver: returnTo,
  })
  .transform((form) => ({ email: form.correo, password: form.clave, returnTo: form.volver }));
export const LinkRequestForm = z
  .object({ correo: email, volver: returnTo })
  .transform((form) => ({ email: form.correo, returnTo: form.volver }));
export const RecoverForm = z
  .object({ clave: password })
  .transform((form) => ({ password: form.clave }));
export const FirstCoordinatorForm = z
  .object({ nombre: name, clave: password, acepta_datos: yes })
  .transform((form) => ({ name: form.nombre, password: form.clave }));

export const ProfileForm = z
  .object({ nombre: name, idioma: choice(['es', 'en']) })
  .transform((form) => ({ name: form.nombre, locale: form.idioma }));
export const EmailForm = z
  .object({ correo: email, clave: knownPassword })
  .transform((form) => ({ email: form.correo, password: form.clave }));
export const PasswordForm = z
  .object({ clave: knownPassword, clave_nueva: password })
  .transform((form) => ({ password: form.clave, newPassword: form.clave_nueva }));
export const CloseAccountForm = z
  .object({ clave: knownPassword, confirmo: yes })
  .transform((form) => ({ password: form.clave }));
export const AccountAction = z
  .object({ accion: choice(['datos', 'correo', 'verificar']) })
  .transform((form) => ({ action: form.accion }));
export const SessionForm = z
  .object({
    accion: choice(['cerrar', 'cerrar_otras', 'clave']),
    sesion: z.string().max(100).optional(),
  })
  .transform((form) => ({ action: form.accion, sessionId: form.sesion }));

/** POST /coordinacion/roles */
export const GrantForm = z
  .object({
    correo: email,
    rol: choice(grantedRoles),
    alcance: optionalText({ max: 100 }),
    desde: optionalText({ max: 40 }),
    hasta: optionalText({ max: 40 }),
  })
  .transform((form) => ({
    email: form.correo,
    role: form.rol,
    scope: form.alcance,
    from: form.desde,
    until: form.hasta,
  }));
export type GrantInput = z.output<typeof GrantForm>;
