import { expect, it } from 'vitest';
import { losesAnswers, RegistrationForm } from './schema.ts';

const form = (fields: Record<string, string> = {}) =>
  RegistrationForm.parse({
    nombre: 'Gloria',
    telefono: '3105550101',
    acepta_inscripcion: 'si',
    apoyo: [],
    cuida: [],
    ...fields,
  });

it('asks who answered without allowing it, once, and nobody else', () => {
  const answered = { genero: 'mujer', anio_nacimiento: '1990' };
  expect(losesAnswers(form(answered))).toBe(true);
  expect(losesAnswers(form({ ...answered, preguntado: 'si' }))).toBe(false);
  expect(losesAnswers(form({ ...answered, acepta_estadistica: 'si' }))).toBe(false);
  expect(losesAnswers(form())).toBe(false);
});
