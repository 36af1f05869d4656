import { describe, expect, it } from 'vitest';
import type { Bundle } from './messages.ts';
import { formatDate } from './format.ts';
import { browserEngine } from './browser-engine.ts';
import { createTranslator } from './translator.ts';

describe('a message with a moment at its end', () => {
  it('has one point, whatever stands between its letters; dots that somebody wrote stay', () => {
    const t = createTranslator(
      'es',
      browserEngine('es', {
        common: { said: 'Mirado el {{date}}. Se dice en palabras.', told: '{{text}}' },
      } as unknown as Bundle),
    ).t('common') as unknown as (key: string, params: Record<string, string>) => string;
    const moment = formatDate(new Date('2026-11-26T03:14:00Z'), 'es', 'moment');
    expect(moment).toMatch(/m\.$/);
    expect(t('said', { date: moment })).toBe(`Mirado el ${moment} Se dice en palabras.`);
    expect(t('told', { text: 'a las 3 p. m... o antes, ejem..' })).toBe(
      'a las 3 p. m... o antes, ejem..',
    );
  });
});
