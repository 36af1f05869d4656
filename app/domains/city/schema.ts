import { z } from 'zod';
import { email, line, optionalText } from '#app/kernel/text.ts';
import { isTimeZone } from '#app/kernel/zone.ts';
import { isCountry } from './countries.ts';

/** Which city it is. Spanish is always one of its languages, since every text is written in it. */
export const CityForm = z
  .object({
    nombre: line({ max: 80 }),
    zona: z.string({ error: 'choose_one' }).refine(isTimeZone, 'choose_one'),
    pais: z.string({ error: 'choose_one' }).refine(isCountry, 'choose_one'),
    idiomas: z.array(z.string()).default([]),
  })
  .transform((form) => ({
    name: form.nombre,
    timeZone: form.zona,
    country: form.pais,
    languages: form.idiomas.includes('en') ? ['es' as const, 'en' as const] : ['es' as const],
  }));
export type CityInput = z.output<typeof CityForm>;
export const cityLists = ['idiomas'];

const maybe = (max: number) => optionalText({ max }).transform((value) => value ?? '');
const mail = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  email.optional().transform((value) => value ?? ''),
);

/** How people reach who runs it. What is left empty is asked for before the city opens. */
export const ContactForm = z
  .object({
    operador: maybe(160),
    direccion: maybe(200),
    telefono: maybe(60),
    correo: mail,
    correo_notificaciones: mail,
    horario_es: maybe(160),
    horario_en: maybe(160),
  })
  .transform((form) => ({
    operator: form.operador,
    address: form.direccion,
    telephone: form.telefono,
    mail: form.correo,
    notificationMail: form.correo_notificaciones,
    hours: { es: form.horario_es, en: form.horario_en },
  }));
export type ContactInput = z.output<typeof ContactForm>;
