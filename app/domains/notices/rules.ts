import type { NoticeParams, Subject } from './types.ts';

/** Where the thing is that a notice is about. */
export function pathOf(subject: Subject): string {
  return subject.kind === 'idea' ? `/ideas/${subject.id}` : `/propuestas/${subject.id}`;
}

/** The parameters as one language says them; the title is always there. */
export function paramsIn(locale: 'es' | 'en', params: NoticeParams): NoticeParams {
  const said: NoticeParams = { title: '' };
  for (const [name, value] of Object.entries(params)) {
    const ending = /_(es|en)$/.exec(name)?.[1];
    if (ending === undefined) said[name] = value;
    else if (ending === locale) said[name.slice(0, -3)] = value;
  }
  return said;
}

/** Details that a notice may carry, in the order they are told. */
export const detailNames = [
  'decision',
  'until',
  'commitment',
  'kept',
  'reason',
  'explanation',
  'case',
  'body',
  'due',
] as const;
export type DetailName = (typeof detailNames)[number];

/** The details of a notice that say something. */
export function detailsOf(params: NoticeParams): { name: DetailName; text: string }[] {
  return detailNames.flatMap((name) => {
    const text = String(params[name] ?? '').trim();
    return text === '' ? [] : [{ name, text }];
  });
}
