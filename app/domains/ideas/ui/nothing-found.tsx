import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** In place of a list that would be empty: write the first idea, or see them all. */
export function NothingFound({ words }: { words: string | undefined }) {
  const t = useT('ideas');
  return (
    <div className="l-gap">
      <EmptyState
        level="h3"
        title={words ? t('list.empty.words', { words }) : t('list.empty.title')}
        text={t('list.empty.text')}
        action={
          <div className="l-row l-row--center">
            <ButtonLink kind="go" icon="pencil" href="/ideas/nueva">
              {t('list.write')}
            </ButtonLink>
            <ButtonLink href="/ideas">{t('list.empty.all')}</ButtonLink>
          </div>
        }
      />
    </div>
  );
}
