import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { parseMarked } from './parse-marked.server.ts';

const shape = z.object({
  titulo: z.string().min(3, 'required'),
  texto: z.string(),
  lugar: z.string(),
});
const read = (given: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) form.set(name, value);
  return parseMarked(form, shape, { fields: ['titulo', 'texto'], lang: 'es' });
};
const sent = {
  titulo: 'Luz en el parque',
  texto: 'Llamen a mi vecino Carlos Rodríguez al 310 555 0123.',
  lugar: 'Cel 310 555 0199',
};
const refused = (given: Record<string, string>): FormErrors => {
  try {
    read(given);
  } catch (error) {
    if (error instanceof FormErrors) return error;
  }
  throw new Error('it was taken');
};

describe('a form with personal data in its texts', () => {
  it('comes back with the data marked, and only in the fields that it is asked of', () => {
    const { errors, marked } = refused(sent);
    expect(errors).toEqual({ texto: ['personal_data_marked'] });
    expect(marked.map(({ marks }) => marks.map((at) => sent.texto.slice(at.from, at.to)))).toEqual([
      ['Carlos Rodríguez', '310 555 0123'],
    ]);
  });

  it('is read without the data, or as it stands, once its author says so', () => {
    expect(read({ ...sent, datos: 'ocultar' })).toEqual({
      ...sent,
      texto: 'Llamen a mi vecino [dato personal oculto] al [dato personal oculto].',
    });
    expect(read({ ...sent, datos: 'dejar' })).toEqual(sent);
  });

  it('is first told what else is wrong', () => {
    expect(refused({ ...sent, titulo: '' }).errors).toEqual({ titulo: ['required'] });
  });

  it('takes a text without such data at once', () => {
    const plain = { ...sent, texto: 'Pongan luz en la calle 13.' };
    expect(read(plain)).toEqual(plain);
  });
});
