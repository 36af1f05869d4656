import { useActionData, useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { actOnDossier, withKept } from '#app/domains/proposals/act-on-dossier.server.ts';
import { answerForm, type DossierReply } from '#app/domains/proposals/answer-form.server.ts';
import { findIdeaOptions } from '#app/domains/proposals/find-idea-options.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { canBuildProposal } from '#app/domains/proposals/policy.ts';
import { dueAfter, mayEdit } from '#app/domains/proposals/rules.ts';
import { IdeaSearch, ProposalAction } from '#app/domains/proposals/schema.ts';
import { ClosedDossier, Dossier } from '#app/domains/proposals/ui/dossier.tsx';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { now } from '#app/platform/clock/clock.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('moderacion');
  const proposal = await getProposal(visit.db, params['id'], visit.locale);
  authorize(canBuildProposal(actor, proposal.commitment.id));
  const isEditable = mayEdit(proposal.state).allowed;
  const { q } = IdeaSearch.catch({ q: undefined }).parse({ q: url.searchParams.get('q') });
  const options = await findIdeaOptions(visit.db, proposal.commitment.id, {
    text: q,
    chosen: proposal.ideas.map((idea) => idea.id),
  });
  return {
    title: proposal.title,
    proposal,
    isEditable,
    query: q ?? '',
    due: dueAfter(now()),
    options: proposal.state === 'borrador' ? options : { ...options, found: [] },
  };
});

const notices = {
  guardar: 'proposal_saved',
  lista: 'proposal_readied',
  enviar: 'proposal_sent',
} as const;

export const action = act(async ({ visit, params, form }) => {
  const actor = visit.requireRole('moderacion');
  const proposal = await getProposal(visit.db, params['id'], visit.locale);
  authorize(canBuildProposal(actor, proposal.commitment.id));
  try {
    const { act: wish } = parseForm(form, ProposalAction);
    if (wish === 'buscar') return await answerForm(visit, form, proposal.commitment.id, null);
    await actOnDossier(wish, { actor, id: params['id'], form });
    return redirectTo(
      wish === 'enviar' ? `/propuestas/${proposal.id}` : `/moderacion/propuestas/${proposal.id}`,
      { notice: notices[wish] },
    );
  } catch (error) {
    // An act that came without the fields shows the kept ones beside its refusal.
    const kept = form.has('titulo') ? form : withKept(form, proposal);
    return await answerForm(visit, kept, proposal.commitment.id, error);
  }
});

export default function EditProposal() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<DossierReply>();
  const { proposal, isEditable } = loaded;
  const t = useT('proposals');
  const { commitment } = proposal;
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/moderacion', label: t('desk.moderation') },
          { href: '/moderacion/propuestas', label: t('desk.title') },
        ]}
        current={t('card.number', { number: proposal.number })}
        above={
          <>
            <ProposalBadge state={proposal.state} isOverdue={proposal.isOverdue} />
            <span className="tag">
              {t('commitment', { number: commitment.number, title: commitment.shortTitle })}
            </span>
          </>
        }
        title={proposal.title}
        lang={proposal.lang}
        action={
          <ButtonLink href={`/propuestas/${proposal.id}`} icon="eye">
            {t('edit.see')}
          </ButtonLink>
        }
      />
      {isEditable ? (
        <Dossier {...loaded} options={reply?.options ?? loaded.options} />
      ) : (
        <ClosedDossier id={proposal.id} />
      )}
    </div>
  );
}
