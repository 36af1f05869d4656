import { useActionData, useLoaderData } from '@remix-run/react';
import { scopesOf } from '#app/kernel/actor.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { answerForm, type DossierReply } from '#app/domains/proposals/answer-form.server.ts';
import { draftProposal } from '#app/domains/proposals/draft-proposal.server.ts';
import { findIdeaOptions } from '#app/domains/proposals/find-idea-options.server.ts';
import { readProposal } from '#app/domains/proposals/read-proposal.server.ts';
import { IdeaSearch, NewProposalForm, ProposalAction } from '#app/domains/proposals/schema.ts';
import { ProposalForm } from '#app/domains/proposals/ui/proposal-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const scopes = scopesOf(visit.requireRole('moderacion'), 'moderacion');
  const commitments = (await listCommitments(visit.db, visit.locale)).filter(
    (each) => scopes === 'all' || scopes.includes(each.id),
  );
  const current =
    commitments.find((each) => each.slug === url.searchParams.get('compromiso')) ?? null;
  const { q } = IdeaSearch.catch({ q: undefined }).parse({ q: url.searchParams.get('q') });
  const options = current
    ? await findIdeaOptions(visit.db, current.id, {
        text: q,
        chosen: url.searchParams.getAll('ideas'),
      })
    : { chosen: [], found: [] };
  return {
    title: visit.t('proposals')('new.title'),
    options,
    query: q ?? '',
    current: current?.slug ?? '',
    commitments: commitments.map(({ slug, number, shortTitle }) => ({ slug, number, shortTitle })),
  };
});

export const action = act(async ({ visit, form }) => {
  const actor = visit.requireRole('moderacion');
  const slug = String(form.get('compromiso') ?? '');
  const commitment = (await listCommitments(visit.db, visit.locale)).find(
    (each) => each.slug === slug,
  );
  try {
    const { act: wish } = parseForm(form, ProposalAction);
    if (wish === 'buscar') return await answerForm(visit, form, commitment?.id ?? null, null);
    const { id } = await draftProposal(actor, readProposal(form, NewProposalForm));
    return redirectTo(`/propuestas/${id}`, { notice: 'proposal_drafted' });
  } catch (error) {
    return await answerForm(visit, form, commitment?.id ?? null, error);
  }
});

/** Chooses the commitment first: its ideas are what a dossier is made of. */
function CommitmentChooser({
  commitments,
  current,
  error,
}: {
  commitments: { slug: string; number: number; shortTitle: string }[];
  current: string;
  error?: string;
}) {
  const t = useT('proposals');
  return (
    <form action="/moderacion/propuestas/nueva" className="l-narrow l-stack">
      <SelectField
        name="compromiso"
        label={t('form.commitment')}
        hint={t('form.commitment.hint')}
        empty={t('form.commitment.empty')}
        value={current}
        error={error}
        options={commitments.map((each) => ({
          value: each.slug,
          label: `${each.number}. ${each.shortTitle}`,
        }))}
      />
      <div>
        <Button kind={current ? 'plain' : 'go'}>{t('form.commitment.go')}</Button>
      </div>
    </form>
  );
}

export default function NewProposal() {
  const { options, query, current, commitments } = useLoaderData<typeof loader>();
  const reply = useActionData<DossierReply>();
  const t = useT('proposals');
  const form = useFormState();
  const shown = reply?.options ?? options;
  const slug = form.value('compromiso', current);
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/moderacion', label: t('desk.moderation') },
          { href: '/moderacion/propuestas', label: t('desk.title') },
        ]}
        current={t('new.title')}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <div className="l-stack l-stack--wide">
        <CommitmentChooser
          commitments={commitments}
          current={slug}
          error={form.errors('compromiso')}
        />
        {(slug !== '' || reply) && (
          <ProposalForm
            commitment={slug}
            chosen={shown.chosen}
            found={shown.found}
            taken={{}}
            query={query}
          >
            <div>
              <Button kind="go" size="big" name="accion" value="guardar">
                {t('new.save')}
              </Button>
            </div>
          </ProposalForm>
        )}
      </div>
    </div>
  );
}
