import { describe, expect, it } from 'vitest';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { composeDigest } from './emails/digest.ts';
import { detailsOf, paramsIn, pathOf } from './rules.ts';
import { noticeKinds, type NoticeView } from './types.ts';
import { sayNotice } from './say-notice.ts';

const notice = (over: Partial<NoticeView> = {}): NoticeView => ({
  id: 'n',
  kind: 'idea_rejected',
  subject: { kind: 'idea', id: 'i1' },
  params: { title: 'Andenes anchos' },
  createdAt: new Date(0),
  readAt: null,
  ...over,
});
const sayer = (locale: 'es' | 'en') => ({
  notices: translatorOf(locale).t('notices'),
  common: translatorOf(locale).t('common'),
  locale,
});

describe('a notice', () => {
  it('says texts of both languages in the reader’s', () => {
    expect(paramsIn('en', { title: 'x', reason_es: 'repetida', reason_en: 'duplicate' })).toEqual({
      title: 'x',
      reason: 'duplicate',
    });
  });

  it('leaves out details that say nothing', () => {
    expect(detailsOf({ title: 'x', reason: '', explanation: 'porque sí' })).toEqual([
      { name: 'explanation', text: 'porque sí' },
    ]);
  });

  it('leads to its thing', () => {
    expect(pathOf({ kind: 'propuesta', id: 'p1' })).toBe('/propuestas/p1');
  });

  it.each(
    noticeKinds.flatMap((kind) => (['es', 'en'] as const).map((locale) => [kind, locale] as const)),
  )('%s has words in %s', (kind, locale) => {
    const said = sayNotice(sayer(locale), { kind, params: { title: 'Andenes anchos' } });
    expect(said.title).toContain('Andenes anchos');
    expect(`${said.title} ${said.text}`).not.toMatch(/\{\{|kind\./);
  });

  it('puts codes and days into words', () => {
    const said = sayNotice(sayer('es'), {
      kind: 'proposal_deferred',
      params: { title: 'x', decision: 'aplazada', until: '2026-12-01' },
    });
    expect(said.details.map((detail) => detail.text)).toEqual([
      'Aplazada',
      '1 de diciembre de 2026',
    ]);
  });
});

describe('a digest', () => {
  it('of one notice has its title as subject', () => {
    expect(composeDigest(translatorOf('es'), 'Rosa', [notice()], 'https://x.co').subject).toBe(
      'No publicamos tu idea «Andenes anchos»',
    );
  });

  it('of several tells all, each with its absolute link, in the reader’s language', () => {
    const mail = composeDigest(
      translatorOf('en'),
      'Noah',
      [
        notice(),
        notice({
          subject: { kind: 'propuesta', id: 'p1' },
          kind: 'proposal_decided',
          params: { title: 'B', decision: 'adoptada' },
        }),
      ],
      'https://x.co',
    );
    expect(mail.subject).toBe('You have 2 updates in Convite');
    expect(mail.text).toContain('https://x.co/ideas/i1');
    expect(mail.text).toContain('https://x.co/propuestas/p1');
    expect(mail.text.startsWith('Hello, Noah:')).toBe(true);
  });
});
