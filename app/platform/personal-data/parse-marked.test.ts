import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { parseMarked } from './parse-marked.server.ts';

const shape = z.object({
  titulo: z.string().min(3, 'required'),
  texto: z.string(),
  lugar: z.string(),
});
type Others = Parameters<typeof parseMarked>[2]['others'];
const read = (given: Record<string, string>, others: Others = null) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) form.set(name, value);
  return parseMarked(form, shape, { fields: ['titulo', 'texto'], lang: 'es', others });
};
const sent = {
  titulo: 'Luz en el parque',
  texto: 'Llamen a mi vecino Carlos Rodríguez al 310 555 0123.',
  lugar: 'Cel 310 555 0199',
};
const refused = (given: Record<string, string>, others: Others = null): FormErrors => {
  try {
    read(given, others);
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

  it('is asked too of what others found in it, which is said in their words', () => {
    const text = 'Lo pidió mi vecino Carlos Rodríguez Peña. Nada más.';
    const others = {
      reason: 'registered_person_named',
      spans: { texto: [{ from: text.indexOf('Carlos'), to: text.indexOf('.') }] },
    };
    const fields = { titulo: 'Luz en el parque', texto: text, lugar: '' };
    const { errors, marked } = refused(fields, others);
    expect(errors).toEqual({
      texto: ['registered_person_named|words=«Carlos Rodríguez Peña»'],
    });
    expect(marked.map(({ marks }) => marks)).toEqual([others.spans.texto]);
    expect(read({ ...fields, datos: 'ocultar' }, others).texto).toBe(
      'Lo pidió mi vecino [dato personal oculto]. Nada más.',
    );
  });
});
