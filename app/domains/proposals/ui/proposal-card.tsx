import type { ReactNode } from 'react';
import type { ProposalSummary } from '#app/domains/proposals/types.ts';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

type Props = {
  proposal: ProposalSummary;
  decision?: 'adoptada' | 'adoptada_en_parte' | 'no_adoptada' | 'aplazada';
  /** The civil day on which a deferred one comes back. */
  until?: Date;
  href?: string;
  level?: 'h2' | 'h3';
  children?: ReactNode;
};

/** A proposal in a list: where it stands, what it is called, of which commitment, since when and until when. */
export function ProposalCard({
  proposal,
  decision,
  until,
  href = `/propuestas/${proposal.id}`,
  level: Heading = 'h3',
  children,
}: Props) {
  const t = useT('proposals');
  const f = useFormat();
  return (
    <li className="card">
      <div className="l-row">
        <ProposalBadge state={proposal.state} isOverdue={proposal.isOverdue} decision={decision} />
        <span className="tag">{t('card.number', { number: proposal.number })}</span>
      </div>
      <Heading>
        <a className="card__link" href={href} lang={proposal.lang}>
          {proposal.title}
        </a>
      </Heading>
      <p className="meta">
        <span>
          {t('commitment', {
            number: proposal.commitment.number,
            title: proposal.commitment.shortTitle,
          })}
        </span>
        <span>{t('ideas', { count: proposal.ideaCount })}</span>
      </p>
      {proposal.isOverdue && proposal.dueAt && (
        <p className="u-small">
          <strong>{t('card.overdue', { date: f.date(proposal.dueAt) })}</strong>
        </p>
      )}
      {proposal.state === 'enviada' && !proposal.isOverdue && proposal.sentAt && proposal.dueAt && (
        <p className="u-small">
          {t('card.sent', { date: f.date(proposal.sentAt), due: f.date(proposal.dueAt) })}
        </p>
      )}
      {proposal.state === 'aplazada' && until && (
        <p className="u-small">{t('card.deferred', { date: f.date(until) })}</p>
      )}
      {children}
    </li>
  );
}
