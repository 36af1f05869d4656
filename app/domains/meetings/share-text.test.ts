import { expect, it } from 'vitest';
import { wordsOf } from '#tests/e2e/words.ts';
import { shareLinks, shareText } from './share-text.ts';
import type { Meeting } from './types.ts';

const say = wordsOf('es');
const t = (key: Parameters<typeof say<'meetings'>>[1], params?: Record<string, string | number>) =>
  say('meetings', key, params);
const meeting = {
  title: 'Cruces & señales',
  startsAt: new Date('2026-12-12T14:00:00Z'),
  endsAt: new Date('2026-12-12T17:00:00Z'),
  venue: 'Salón comunal',
  address: 'Calle 1',
  locality: { code: '05', name: 'Usme' },
  modality: 'presencial',
  kind: 'taller',
} as Meeting;

it('says what, when, where, for whom and how to register, in a text that fits a message', () => {
  const text = shareText(
    meeting,
    ['Intérprete de lengua de señas', 'Entrada sin escalones'],
    'https://convite.prueba/talleres/1',
    t,
    'es',
  );
  expect(text.split('\n').map((line) => line.replace(/\s/g, ' '))).toEqual([
    '«Cruces & señales»',
    'sábado 12 de diciembre, 9:00 a. m. – 12:00 p. m.',
    'Salón comunal, Calle 1, Usme',
    'Con intérprete de lengua de señas y entrada sin escalones.',
    'Gratis. Inscríbete aquí, sin cuenta: https://convite.prueba/talleres/1',
  ]);
});

it('gives links that carry the whole text', () => {
  const { whatsapp, mail } = shareLinks('uno & dos\ntres', 'Cruces & señales');
  expect(new URL(whatsapp).searchParams.get('text')).toBe('uno & dos\ntres');
  expect(mail).toBe('mailto:?subject=Cruces%20%26%20se%C3%B1ales&body=uno%20%26%20dos%0D%0Atres');
});
