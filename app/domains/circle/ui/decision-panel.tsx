import { instantOf } from '#app/domains/circle/rules.ts';
import type { ProposalDecision } from '#app/domains/circle/types.ts';
import { DecisionBadge } from '#app/domains/circle/ui/decision-badge.tsx';
import { SeatList } from '#app/domains/circle/ui/member-name.tsx';
import { VotesTable } from '#app/domains/circle/ui/votes-table.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

/** A decision of the Circle in full: what, why, how each sector voted and who was there. */
export function DecisionPanel({ decision, id }: { decision: ProposalDecision; id?: string }) {
  const t = useT('circle');
  const c = useT('common');
  const f = useFormat();
  const isYes = decision.decision.startsWith('adoptada');
  return (
    <section
      id={id}
      className={`answer l-stack${isYes ? '' : ' answer--no'}`}
      aria-label={t('decision.label')}
    >
      <div className="l-row">
        <DecisionBadge decision={decision.decision} />
        <span className="u-small">
          <time dateTime={decision.decidedAt.toISOString()}>{f.date(decision.decidedAt)}</time>
        </span>
      </div>
      <h2 className="answer__what">
        {t('decision.heading', { decision: c(`decision.${decision.decision}`) })}
      </h2>
      {decision.until && (
        <p>
          <strong>{t('decision.until', { date: f.date(instantOf(decision.until)) })}</strong>
        </p>
      )}
      <Prose text={decision.reasons} lang={decision.lang} />
      <VotesTable votes={decision.votes} caption={t('votes.caption')} />
      <div className="l-stack l-stack--tight">
        <h3>{t('decision.who')}</h3>
        <SeatList seats={decision.seats} />
      </div>
    </section>
  );
}

/** What the Circle answered to one idea of a proposal. */
export function IdeaAnswerPart({
  decision,
  ideaId,
}: {
  decision: ProposalDecision;
  ideaId: string;
}) {
  const t = useT('circle');
  const answer = decision.answers.find((each) => each.ideaId === ideaId);
  if (!answer) return null;
  return (
    <div className={`answer l-stack l-stack--tight${answer.taken === '' ? ' answer--no' : ''}`}>
      {answer.taken !== '' && (
        <div>
          <h4>{t('answer.taken')}</h4>
          <Prose text={answer.taken} lang={decision.lang} />
        </div>
      )}
      {answer.notTaken !== '' && (
        <div>
          <h4>{t('answer.not_taken')}</h4>
          <Prose text={answer.notTaken} lang={decision.lang} />
        </div>
      )}
    </div>
  );
}
