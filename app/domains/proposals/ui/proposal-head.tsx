import type { ProposalView } from '#app/domains/proposals/types.ts';
import { ProposalBadge, type DecisionCode } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Meta } from '#app/ui/meta.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

type HeadProps = {
  proposal: ProposalView;
  /** How many different people support its ideas. */
  supporters: number;
  /** What the Circle decided, once it did. */
  decision: DecisionCode | undefined;
  canBuild: boolean;
};

/** The top of a proposal's page: where it stands, how many ideas and people are behind it. */
export function ProposalHead({ proposal, supporters, decision, canBuild }: HeadProps) {
  const t = useT('proposals');
  const { commitment } = proposal;
  return (
    <PageHead
      crumbs={[{ href: '/propuestas', label: t('list.title') }]}
      current={t('card.number', { number: proposal.number })}
      above={
        <>
          <ProposalBadge
            state={proposal.state}
            isOverdue={proposal.isOverdue}
            decision={decision}
          />
          <a className="tag" href={`/compromisos/${commitment.slug}`}>
            {t('commitment', { number: commitment.number, title: commitment.shortTitle })}
          </a>
        </>
      }
      title={proposal.title}
      lang={proposal.lang}
      meta={<ProposalMeta proposal={proposal} supporters={supporters} />}
      action={
        canBuild ? (
          <ButtonLink kind="go" icon="pencil" href={`/moderacion/propuestas/${proposal.id}`}>
            {t('detail.edit')}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

function ProposalMeta({ proposal, supporters }: Pick<HeadProps, 'proposal' | 'supporters'>) {
  const t = useT('proposals');
  const f = useFormat();
  const { ideas, sentAt } = proposal;
  return (
    <Meta
      items={[
        { key: 'ideas', icon: 'spark', text: t('ideas', { count: ideas.length }) },
        { key: 'supporters', icon: 'hand', text: t('supporters', { count: supporters }) },
        ...(sentAt
          ? [
              {
                key: 'sent',
                icon: 'calendar' as const,
                text: t('detail.sent', { date: f.date(sentAt) }),
              },
            ]
          : []),
      ]}
    />
  );
}

type NoticeProps = { proposal: ProposalView; isPublic: boolean; late: number };

/** That it is a draft, until when the Circle answers, or by how many days the answer is late. */
export function ProposalNotices({ proposal, isPublic, late }: NoticeProps) {
  const t = useT('proposals');
  const f = useFormat();
  const { dueAt, isOverdue } = proposal;
  return (
    <>
      {!isPublic && (
        <Notice icon="lock" title={t('detail.draft')}>
          {t('detail.draft.text')}
        </Notice>
      )}
      {isOverdue && dueAt && (
        <Notice kind="bad" title={t('detail.overdue', { date: f.date(dueAt) })}>
          {t('detail.overdue.days', { count: late })}
        </Notice>
      )}
      {proposal.state === 'enviada' && !isOverdue && dueAt && (
        <Notice kind="sun" title={t('detail.due', { date: f.date(dueAt) })} />
      )}
    </>
  );
}
