import { noonOf } from '#app/platform/city/local-time.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import type { MessageKey, Translate } from '#app/platform/i18n/messages.ts';
import { detailsOf, paramsIn, type DetailName } from './rules.ts';
import type { NoticeKind, NoticeParams } from './types.ts';

export type SaidNotice = {
  title: string;
  text: string;
  details: { name: DetailName; label: string; text: string }[];
};

/** A notice in words: what happened, what it means, and the details it carries. */
export function sayNotice(
  say: { notices: Translate<'notices'>; common: Translate<'common'>; locale: 'es' | 'en' },
  notice: { kind: NoticeKind; params: NoticeParams },
): SaidNotice {
  const params = paramsIn(say.locale, notice.params);
  return {
    title: say.notices(`kind.${notice.kind}.title`, params),
    text: say.notices(`kind.${notice.kind}.text`, params),
    details: detailsOf(params).map(({ name, text }) => ({
      name,
      label: say.notices(`detail.${name}`),
      text: inWords(say, name, text),
    })),
  };
}

/** A decision's code and a day's number as words; other texts stay as they are. */
function inWords(
  say: { common: Translate<'common'>; locale: 'es' | 'en' },
  name: DetailName,
  text: string,
): string {
  if (name === 'decision' && /^[a-z_]+$/.test(text))
    return say.common(`decision.${text}` as MessageKey<'common'>);
  if (name === 'until' && /^\d{4}-\d{2}-\d{2}$/.test(text))
    return formatDate(noonOf(text), say.locale);
  return text;
}
