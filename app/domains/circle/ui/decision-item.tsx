import { sumVotes } from '#app/domains/circle/rules.ts';
import type { DecisionSummary } from '#app/domains/circle/types.ts';
import { DecisionBadge } from '#app/domains/circle/ui/decision-badge.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

/** One decision: what, on which proposal, why, with how many votes. */
export function DecisionItem({ item }: { item: DecisionSummary }) {
  const t = useT('circle');
  const f = useFormat();
  const { a_favor, en_contra, abstencion } = sumVotes(item.votes);
  return (
    <article
      className={`answer l-stack l-stack--tight${item.decision.startsWith('adoptada') ? '' : ' answer--no'}`}
    >
      <div className="l-row">
        <DecisionBadge decision={item.decision} />
        <a className="tag" href={`/compromisos/${item.commitment.slug}`}>
          {item.commitment.shortTitle}
        </a>
        <time className="u-small" dateTime={item.decidedAt.toISOString()}>
          {f.date(item.decidedAt)}
        </time>
      </div>
      <h3 className="answer__what">
        <a href={`/propuestas/${item.proposalId}`} lang={item.titleLang}>
          {item.title}
        </a>
      </h3>
      <Prose text={item.reasons} lang={item.lang} />
      <p className="u-small">
        {t('votes.sentence', { in_favour: a_favor, against: en_contra, abstained: abstencion })}
      </p>
    </article>
  );
}
