import { useActionData, useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { answerForm, type DossierReply } from '#app/domains/proposals/answer-form.server.ts';
import { editProposal } from '#app/domains/proposals/edit-proposal.server.ts';
import { findIdeaOptions } from '#app/domains/proposals/find-idea-options.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { canBuildProposal } from '#app/domains/proposals/policy.ts';
import { readProposal } from '#app/domains/proposals/read-proposal.server.ts';
import { readyProposal } from '#app/domains/proposals/ready-proposal.server.ts';
import { daysToAnswer, dueAfter, mayEdit } from '#app/domains/proposals/rules.ts';
import {
  IdeaSearch,
  ProposalAction,
  ProposalForm as ProposalFields,
} from '#app/domains/proposals/schema.ts';
import { sendProposal } from '#app/domains/proposals/send-proposal.server.ts';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { ProposalForm } from '#app/domains/proposals/ui/proposal-form.tsx';
import { now } from '#app/platform/clock/clock.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { Notice } from '#app/ui/notice.tsx';
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

type Act = { actor: Actor; id: string | undefined; form: FormData };

/** What the buttons do. The fields come along with the form of this page; from outside an act may come alone. */
async function perform(
  wish: 'guardar' | 'lista' | 'enviar',
  { actor, id, form }: Act,
): Promise<void> {
  const input =
    wish === 'guardar' || form.has('titulo') ? readProposal(form, ProposalFields) : undefined;
  if (wish === 'lista') await readyProposal(actor, id, input);
  else if (wish === 'enviar') await sendProposal(actor, id, input);
  else if (input) await editProposal(actor, id, input);
}

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
    await perform(wish, { actor, id: params['id'], form });
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

function withKept(form: FormData, proposal: Awaited<ReturnType<typeof getProposal>>): FormData {
  form.set('titulo', proposal.title);
  form.set('problema', proposal.problem);
  form.set('propuesta', proposal.body);
  for (const idea of proposal.ideas) {
    form.append('ideas', idea.id);
    form.set(`tomado.${idea.id}`, idea.taken);
  }
  return form;
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function EditProposal() {
  const loaded = useLoaderData<typeof loader>();
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
      {isEditable ? <Dossier {...loaded} /> : <Closed id={proposal.id} />}
    </div>
  );
}

/** The dossier as it can still be changed, with what can be done with it. */
function Dossier({ proposal, options, query, due }: Loaded) {
  const reply = useActionData<DossierReply>();
  const t = useT('proposals');
  const f = useFormat();
  const shown = reply?.options ?? options;
  const isDraft = proposal.state === 'borrador';
  return (
    <div className="l-stack l-stack--wide">
      {proposal.state === 'lista' && (
        <Notice title={t('edit.ready.title')}>{t('edit.ready.text')}</Notice>
      )}
      <ProposalForm
        initial={proposal}
        version={proposal.version}
        chosen={shown.chosen}
        found={isDraft ? shown.found : []}
        taken={Object.fromEntries(proposal.ideas.map((idea) => [idea.id, idea.taken]))}
        query={query}
      >
        <div className="l-row">
          <Button kind="go" name="accion" value={isDraft ? 'lista' : 'enviar'}>
            {isDraft ? t('edit.ready') : t('edit.send')}
          </Button>
          <Button name="accion" value="guardar">
            {t('edit.save')}
          </Button>
        </div>
        <p className="u-small u-mute">
          {isDraft
            ? t('edit.ready.hint')
            : t('edit.send.hint', { days: daysToAnswer, date: f.date(due) })}
        </p>
      </ProposalForm>
    </div>
  );
}

/** The Circle has it: nothing can be changed any more. */
function Closed({ id }: { id: string }) {
  const t = useT('proposals');
  const form = useFormState();
  return (
    <>
      <FormMessages form={form} />
      <Notice icon="lock" title={t('edit.closed.title')}>
        {t('edit.closed.text')} <a href={`/propuestas/${id}`}>{t('edit.see')}</a>
      </Notice>
    </>
  );
}
