import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { DecisionSummary } from '#app/domains/circle/types.ts';
import { DecisionBadge } from '#app/domains/circle/ui/decision-badge.tsx';

/** The Circle's answers: the decision as icon and word, on what, and why. */
export function AnswerList({ items }: { items: DecisionSummary[] }) {
  const t = useT('monitoring');
  const f = useFormat();
  return (
    <>
      {items.map((item) => (
        <article
          key={item.id}
          className={`answer l-stack l-stack--tight${item.decision.startsWith('adoptada') ? '' : ' answer--no'}`}
        >
          <div className="l-row">
            <DecisionBadge decision={item.decision} />
            <a className="tag" href={`/compromisos/${item.commitment.slug}`}>
              {item.commitment.shortTitle}
            </a>
          </div>
          <h3 className="answer__what">
            <a href={`/propuestas/${item.proposalId}`} lang={item.titleLang}>
              {item.title}
            </a>
          </h3>
          <p lang={item.lang}>{item.reasons}</p>
          <p className="u-small u-mute">
            {t('answer.when', { date: f.date(item.decidedAt), number: item.proposalNumber })}
          </p>
        </article>
      ))}
    </>
  );
}
