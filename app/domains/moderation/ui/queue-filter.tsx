import { placeQuery, type DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

type Props = { commitments: { slug: string; title: string }[]; place: DeskPlace };

/** Narrows the queue to one of the moderator's commitments. */
export function CommitmentChips({ commitments, place }: Props) {
  const t = useT('moderation');
  return (
    <nav className="l-row" aria-label={t('queue.filter')}>
      <a
        className="chip"
        href={`/moderacion${placeQuery({ view: place.view })}`}
        aria-current={place.commitmentSlug ? undefined : 'true'}
      >
        {t('queue.filter.all')}
      </a>
      {commitments.map(({ slug, title }) => (
        <a
          key={slug}
          className="chip"
          href={`/moderacion${placeQuery({ view: place.view, commitmentSlug: slug })}`}
          aria-current={slug === place.commitmentSlug ? 'true' : undefined}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

/** In place of a queue that is empty; where it is narrowed, the way back to the whole. */
export function NothingWaits({ place }: { place: DeskPlace }) {
  const t = useT('moderation');
  const isWhole = place.view === 'nuevas' && !place.commitmentSlug;
  return (
    <EmptyState
      title={t('queue.empty.title')}
      text={t('queue.empty.text')}
      action={
        isWhole ? undefined : <ButtonLink href="/moderacion">{t('queue.empty.action')}</ButtonLink>
      }
    />
  );
}
