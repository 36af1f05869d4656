import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** In place of a list that would be empty: write the first idea, or see them all. */
export function NothingFound({
  words,
  filtered,
}: {
  words: string | undefined;
  filtered: boolean;
}) {
  const t = useT('ideas');
  const title = filtered ? 'list.empty.title' : 'list.empty.none';
  return (
    <div className="l-gap">
      <EmptyState
        level="h3"
        title={words ? t('list.empty.words', { words }) : t(title)}
        text={t(filtered ? 'list.empty.text' : 'list.empty.none.text')}
        action={
          <div className="l-row l-row--center">
            <ButtonLink kind="go" icon="pencil" href="/ideas/nueva">
              {t('list.write')}
            </ButtonLink>
            {filtered && <ButtonLink href="/ideas">{t('list.empty.all')}</ButtonLink>}
          </div>
        }
      />
    </div>
  );
}
