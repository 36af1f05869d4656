import { describe, expect, it } from 'vitest';
import { parseForm } from '#app/platform/http/route.server.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { RegisterForm, SignInForm } from './schema.ts';

const form = {
  nombre: ' Rosa  Pinzón ',
  correo: 'Rosa@Correo.CO ',
  clave: ' con espacios ',
  acepta_datos: 'si',
  mayor_de_edad: 'si',
};
const errorsOf = (values: Record<string, string>) => {
  try {
    parseForm(values, RegisterForm);
  } catch (error) {
    if (error instanceof FormErrors)
      return Object.fromEntries(
        Object.entries(error.errors).map(([field, keys]) => [field, keys[0]]),
      );
    throw error;
  }
  return {};
};

describe('the form to register', () => {
  it('cleans name and address, and leaves the password as it was typed', () => {
    expect(parseForm(form, RegisterForm)).toMatchObject({
      name: 'Rosa Pinzón',
      email: 'rosa@correo.co',
      password: ' con espacios ',
      guardian: null,
    });
  });

  it('names every field that is wrong', () => {
    expect(errorsOf({})).toEqual({
      nombre: 'required',
      correo: 'required',
      acepta_datos: 'consent_required',
      mayor_de_edad: 'choose_one',
    });
    expect(errorsOf({ ...form, clave: 'corta', correo: 'rosa' })).toEqual({
      clave: 'too_short|min=8',
      correo: 'email_invalid',
    });
  });

  it('under 18 asks for the guardian and whether the minor was heard', () => {
    expect(errorsOf({ ...form, mayor_de_edad: 'no' })).toEqual({
      acudiente_nombre: 'required',
      acudiente_contacto: 'required',
      menor_oido: 'minor_heard_required',
    });
    expect(
      errorsOf({
        ...form,
        mayor_de_edad: 'no',
        acudiente_nombre: 'Carmenza',
        acudiente_contacto: '300 000 0000',
        menor_oido: 'si',
      }),
    ).toEqual({});
  });
});

describe('the form to sign in', () => {
  it('refuses nothing for its shape, so that it tells nothing', () => {
    expect(parseForm({}, SignInForm)).toMatchObject({ email: '', password: '' });
    expect(parseForm({ correo: ' X@Y ', clave: '\0' }, SignInForm)).toMatchObject({
      email: 'x@y',
      password: '\0',
    });
  });
});
