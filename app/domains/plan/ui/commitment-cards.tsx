import { useT } from '#app/platform/i18n/use-t.ts';
import type { CommitmentSummary } from '#app/domains/plan/types.ts';

/** The commitments as cards: what each is about, how many ideas it has and who answers. */
export function CommitmentCards({
  items,
  ideas,
}: {
  items: CommitmentSummary[];
  ideas?: Map<string, number>;
}) {
  const t = useT('plan');
  return (
    <ul className="l-grid">
      {items.map((item) => (
        <li key={item.id} className="card card--no">
          <span className="card__no" aria-hidden="true">
            {item.number}
          </span>
          <h3>
            <a className="card__link" href={`/compromisos/${item.slug}`}>
              {item.title}
            </a>
          </h3>
          <p>{item.summary}</p>
          {ideas && (
            <p className="u-small">
              <strong>{t('commitment.ideas', { count: ideas.get(item.id) ?? 0 })}</strong>
            </p>
          )}
          {item.institutions.length > 0 && (
            <p className="u-small u-mute">
              {t('commitment.answers', {
                names: item.institutions.map((each) => each.name).join(', '),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
