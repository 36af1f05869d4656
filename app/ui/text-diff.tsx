import { diffWordsWithSpace, type Change } from 'diff';
import { useT } from '#app/platform/i18n/use-t.ts';

/** Word by word; two texts too different to compare in time show whole, one after the other. */
function changesOf(before: string, after: string): Change[] {
  const found = diffWordsWithSpace(before, after, { timeout: 250 });
  return (
    found ?? [
      { value: before, removed: true, added: false, count: 1 },
      { value: after, removed: false, added: true, count: 1 },
    ]
  );
}

/** What changed between two versions, also for those who only listen. */
export function TextDiff({
  before,
  after,
  lang,
}: {
  before: string;
  after: string;
  lang?: string;
}) {
  const t = useT('common');
  return (
    <p className="change prose" lang={lang}>
      {changesOf(before, after).map((change, index) => {
        if (!change.added && !change.removed) return <span key={index}>{change.value}</span>;
        const Tag = change.added ? 'ins' : 'del';
        return (
          <Tag key={index}>
            <span className="u-sr">{t(change.added ? 'ui.diff.added' : 'ui.diff.removed')} </span>
            {change.value}
            <span className="u-sr"> {t('ui.diff.end')} </span>
          </Tag>
        );
      })}
    </p>
  );
}
