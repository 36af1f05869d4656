import { expect, test } from 'vitest';
import { parseFieldMessage, sayFieldMessage, sayRefusal } from './field-message.ts';
import { browserEngine } from './browser-engine.ts';
import { createTranslator } from './translator.ts';

const translator = createTranslator(
  'es',
  browserEngine('es', {
    fields: { too_long: 'Hasta {{max}}' },
    errors: {
      phase_closed: 'Cerró',
      'phase_closed.next': 'Mira {{what}}',
      required: 'Falta',
    },
  }),
);
const t = translator.t('errors');

test('a message carries its parameters, numbers as numbers', () => {
  expect(parseFieldMessage('too_short|min=4|what=a=b')).toEqual({
    key: 'too_short',
    params: { min: 4, what: 'a=b' },
  });
  expect(parseFieldMessage('number_range|min=0,max=5000')).toEqual({
    key: 'number_range',
    params: { min: 0, max: 5000 },
  });
  expect(parseFieldMessage('unknown|what=uno, dos')).toEqual({
    key: 'unknown',
    params: { what: 'uno, dos' },
  });
  expect(parseFieldMessage('required')).toEqual({ key: 'required', params: {} });
});

test('it is said in the language, numbers as it writes them', () => {
  expect(sayFieldMessage(translator, 'too_long|max=5000')).toBe('Hasta 5.000');
  expect(sayFieldMessage(translator, 'required')).toBe('Falta');
});

test('a refusal has a next step only where one is written', () => {
  expect(sayRefusal(t, 'phase_closed', { what: 'esto' })).toEqual({
    text: 'Cerró',
    next: 'Mira esto',
  });
  expect(sayRefusal(t, 'required')).toEqual({ text: 'Falta', next: undefined });
});
