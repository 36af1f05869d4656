import type { Desk } from '#app/domains/circle/get-desk.server.ts';
import type { DecisionCode } from '#app/domains/circle/types.ts';
import { Backers } from '#app/domains/circle/ui/backers.tsx';
import { DecisionForm } from '#app/domains/circle/ui/decision-form.tsx';
import { DecisionPanel, IdeaAnswerPart } from '#app/domains/circle/ui/decision-panel.tsx';
import { CarriedIdeas } from '#app/domains/proposals/ui/carried-ideas.tsx';
import { EvidencePart } from '#app/domains/proposals/ui/evidence.tsx';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { FormState } from '#app/ui/form-state.tsx';
import { Meta } from '#app/ui/meta.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';

/** The dossier as the commission received it, and below it the answer: written, or to be written. */
export function DeskDossier({ desk, form }: { desk: Desk; form: FormState }) {
  const t = useT('circle');
  const f = useFormat();
  const { proposal, evidence, decisions, can } = desk;
  const answer = decisions.find((decision) => decision.decision !== 'aplazada');
  return (
    <section aria-labelledby="expediente" className="l-stack l-stack--wide">
      <DossierHead
        proposal={proposal}
        supporters={evidence.supporters}
        decision={answer?.decision}
      />
      {proposal.isOverdue && proposal.dueAt && (
        <Notice kind="bad" title={t('desk.overdue', { date: f.date(proposal.dueAt) })}>
          {t('desk.overdue.text')}
        </Notice>
      )}
      <section className="l-stack l-stack--tight" aria-labelledby="problema">
        <h3 id="problema">{t('desk.problem')}</h3>
        <Prose text={proposal.problem} lang={proposal.lang} />
      </section>
      <section className="l-stack l-stack--tight" aria-labelledby="texto-propuesto">
        <h3 id="texto-propuesto">{t('desk.text')}</h3>
        <div className="change">
          <Prose text={proposal.body} lang={proposal.lang} />
        </div>
      </section>
      {decisions.map((decision) => (
        <DecisionPanel key={decision.id} decision={decision} />
      ))}
      <section className="l-stack" aria-labelledby="ideas-de-la-propuesta">
        <h3 id="ideas-de-la-propuesta">{t('desk.carried')}</h3>
        <CarriedIdeas
          ideas={proposal.ideas}
          lang={proposal.lang}
          level="h4"
          answerOf={
            answer ? (ideaId) => <IdeaAnswerPart decision={answer} ideaId={ideaId} /> : undefined
          }
        />
      </section>
      <section className="l-stack l-stack--tight" aria-labelledby="pruebas">
        <h3 id="pruebas">{t('desk.evidence')}</h3>
        <EvidencePart evidence={evidence} />
      </section>
      <Backers desk={desk} form={form} />
      {can.act && <DecisionForm desk={desk} form={form} />}
    </section>
  );
}

function DossierHead({
  proposal,
  supporters,
  decision,
}: {
  proposal: Desk['proposal'];
  supporters: number;
  decision: DecisionCode | undefined;
}) {
  const t = useT('circle');
  const f = useFormat();
  const { commitment, ideas, sentAt } = proposal;
  return (
    <div className="l-stack l-stack--tight">
      <div className="l-row">
        <ProposalBadge state={proposal.state} isOverdue={proposal.isOverdue} decision={decision} />
        <span className="tag">
          {t('desk.tag', {
            number: proposal.number,
            commitment: commitment.number,
            title: commitment.shortTitle,
          })}
        </span>
      </div>
      <h2 id="expediente" className="desk__title" lang={proposal.lang}>
        {proposal.title}
      </h2>
      <Meta
        items={[
          { key: 'ideas', icon: 'spark', text: t('desk.ideas', { count: ideas.length }) },
          { key: 'supporters', icon: 'hand', text: t('desk.supporters', { count: supporters }) },
          ...(sentAt
            ? [
                {
                  key: 'sent',
                  icon: 'calendar' as const,
                  text: t('desk.sent', { date: f.date(sentAt) }),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
