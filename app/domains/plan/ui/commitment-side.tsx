import type { CommitmentView } from '#app/domains/plan/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';

/** Beside a commitment: its ideas, who answers for it and where it is followed. */
export function CommitmentSide({
  commitment,
  ideas,
}: {
  commitment: Pick<CommitmentView, 'slug' | 'institutions'>;
  ideas: number;
}) {
  const t = useT('plan');
  return (
    <>
      <section className="side">
        <h2>{t('detail.ideas.title')}</h2>
        <p>
          <strong>{t('commitment.ideas', { count: ideas })}</strong>
        </p>
        {ideas > 0 && (
          <p>
            <a className="more" href={`/ideas?compromiso=${commitment.slug}`}>
              {t('detail.ideas.read')} <Icon name="arrow" />
            </a>
          </p>
        )}
        <p className="u-small">
          <a href={`/compromisos/${commitment.slug}/ideas.atom`}>{t('detail.ideas.feed')}</a>
        </p>
      </section>
      <section className="side">
        <h2>{t('detail.who.title')}</h2>
        {commitment.institutions.length > 0 ? (
          <ul className="list">
            {commitment.institutions.map((each) => (
              <li key={each.id}>
                <span>{each.name}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('detail.who.none')}</p>
        )}
        <p className="u-small">{t('detail.who.text')}</p>
      </section>
      <section className="side">
        <h2>{t('detail.follow.title')}</h2>
        <p className="u-small">{t('detail.follow.text')}</p>
        <p>
          <a className="more" href="/seguimiento">
            {t('detail.follow.more')} <Icon name="arrow" />
          </a>
        </p>
      </section>
    </>
  );
}
