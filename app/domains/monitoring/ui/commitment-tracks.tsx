import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { CommitmentSummary } from '#app/domains/plan/types.ts';

/** One line a commitment: a segment for each milestone, and the milestones in words. */
export function CommitmentTracks({
  commitments,
  milestones,
}: {
  commitments: CommitmentSummary[];
  milestones: Map<string, string[]>;
}) {
  const t = useT('monitoring');
  return (
    <ul className="tracks">
      {commitments.map((commitment) => {
        const list = milestones.get(commitment.id) ?? [];
        return (
          <li key={commitment.id} className="track" id={`c${commitment.number}`}>
            <span className="card__no" aria-hidden="true">
              {commitment.number}
            </span>
            <div>
              <h3>
                <a href={`/compromisos/${commitment.slug}`}>{commitment.shortTitle}</a>
              </h3>
              <p className="u-small u-mute">
                {commitment.institutions.map((each) => each.name).join(', ')}
              </p>
            </div>
            <div>
              {list.length > 0 && (
                <ol
                  className="miles"
                  aria-label={t('track.label', { commitment: commitment.shortTitle })}
                >
                  {list.map((milestone, index) => (
                    <li key={milestone}>
                      <span aria-hidden="true">{index + 1}</span>
                      <span className="u-sr">
                        {t('track.pending', { number: index + 1, milestone })}
                      </span>
                    </li>
                  ))}
                </ol>
              )}
              <Fold summary={t('track.milestones', { count: list.length })}>
                <ol>
                  {list.map((milestone) => (
                    <li key={milestone}>{milestone}</li>
                  ))}
                </ol>
              </Fold>
            </div>
            <div>
              <Badge kind="dash">{t('track.no_report')}</Badge>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
