import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { addressOfList } from '#app/domains/ideas/ui/list-address.ts';
import type { IdeaFilters } from '#app/domains/ideas/list-ideas.server.ts';

/** In place of a list that would be empty: another spelling, write the first idea, or see them all. */
export function NothingFound({
  filters,
  filtered,
  instead,
}: {
  filters: IdeaFilters;
  filtered: boolean;
  instead: string | null;
}) {
  const t = useT('ideas');
  const words = filters.text;
  const title = filtered ? 'list.empty.title' : 'list.empty.none';
  return (
    <div className="l-gap l-stack">
      {instead !== null && (
        <p className="u-lead">
          {t('list.instead')} <a href={addressOfList({ ...filters, text: instead })}>{instead}</a>
        </p>
      )}
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
