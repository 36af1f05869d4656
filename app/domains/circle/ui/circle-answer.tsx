import { instantOf, sumVotes } from '#app/domains/circle/rules.ts';
import type { DecisionOfIdea } from '#app/domains/circle/types.ts';
import { DecisionBadge } from '#app/domains/circle/ui/decision-badge.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

/** What the Circle answered about one idea, on the idea's own page. */
export function CircleAnswers({ decisions }: { decisions: DecisionOfIdea[] }) {
  if (decisions.length === 0) return null;
  return (
    <div id="respuesta" className="l-gap">
      {decisions.map((decision) => (
        <CircleAnswer
          key={decision.proposalId + decision.decidedAt.toISOString()}
          decision={decision}
        />
      ))}
    </div>
  );
}

function CircleAnswer({ decision }: { decision: DecisionOfIdea }) {
  const t = useT('circle');
  const f = useFormat();
  const isYes = decision.decision.startsWith('adoptada');
  const { a_favor, en_contra, abstencion } = sumVotes(decision.votes);
  return (
    <section
      className={`answer l-stack${isYes ? '' : ' answer--no'}`}
      aria-label={t('answer.label')}
    >
      <div className="l-row">
        <DecisionBadge decision={decision.decision} />
        <span className="u-small">
          <time dateTime={decision.decidedAt.toISOString()}>{f.date(decision.decidedAt)}</time>
        </span>
      </div>
      <h3 className="answer__what">{t('answer.heading')}</h3>
      {decision.until && (
        <p>
          <strong>{t('decision.until', { date: f.date(instantOf(decision.until)) })}</strong>
        </p>
      )}
      {decision.taken !== '' && (
        <div>
          <h4>{t('answer.taken')}</h4>
          <Prose text={decision.taken} lang={decision.lang} />
        </div>
      )}
      {decision.notTaken !== '' && (
        <div>
          <h4>{t('answer.not_taken')}</h4>
          <Prose text={decision.notTaken} lang={decision.lang} />
        </div>
      )}
      <div>
        <h4>{t('answer.reasons')}</h4>
        <Prose text={decision.reasons} lang={decision.lang} />
      </div>
      <p className="u-small">
        {t('votes.sentence', { in_favour: a_favor, against: en_contra, abstained: abstencion })}{' '}
        <a href={`/propuestas/${decision.proposalId}`}>
          {t('answer.proposal', { number: decision.proposalNumber })}
        </a>
      </p>
    </section>
  );
}
