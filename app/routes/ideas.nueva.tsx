import { useActionData, useLoaderData } from '@remix-run/react';
import { unauthenticated } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { addWorkingDays } from '#app/platform/clock/working-days.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { parseMarked } from '#app/platform/personal-data/parse-marked.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findSimilarIdeas } from '#app/domains/ideas/find-similar-ideas.server.ts';
import {
  dropPendingIdea,
  findPendingIdea,
  keepPendingIdea,
} from '#app/domains/ideas/keep-pending-idea.server.ts';
import { draftIdea, submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { DraftForm, IdeaAction, IdeaForm as IdeaShape } from '#app/domains/ideas/schema.ts';
import { IdeaForm, useIdeaLabels } from '#app/domains/ideas/ui/idea-form.tsx';
import { IdeaPreview } from '#app/domains/ideas/ui/idea-preview.tsx';
import { NewNotices } from '#app/domains/ideas/ui/new-notices.tsx';
import { WhatComesNext } from '#app/domains/ideas/ui/what-comes-next.tsx';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { listPlanChoices } from '#app/domains/plan/list-choices.server.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { script: true, ns: ['ideas'] };
export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const [phases, choices, pending] = await Promise.all([
    getPhases(visit.db, visit.locale),
    listPlanChoices(visit.db, visit.locale),
    findPendingIdea(visit.device),
  ]);
  const phase = phaseOf(phases, 'ideas');
  return {
    title: visit.t('ideas')('new.title'),
    open: phase ? isOpen(phase, now()) : false,
    supportsUntil: phaseOf(phases, 'apoyos')?.closesAt ?? null,
    reviewBy: addWorkingDays(now(), 3),
    restored: pending !== null,
    initial: { commitment: url.searchParams.get('compromiso') ?? '', ...pending },
    choices,
    signedIn: visit.actor !== null,
  };
});

export const action = act(
  async ({ visit, form }) => {
    const { act: wish } = parseForm(form, IdeaAction);
    if (wish === 'vista_previa') {
      const idea = parseForm(form, IdeaShape);
      const similar = await findSimilarIdeas(visit.db, {
        title: idea.title,
        text: idea.description,
        localityCode: idea.locality ?? null,
      });
      return {
        preview: idea,
        values: valuesOf(form),
        similar: similar.map((found) => ({
          id: found.id,
          titulo: found.title,
          url: `/ideas/${found.id}`,
          veredicto: found.verdict,
        })),
      };
    }
    const input =
      wish === 'borrador'
        ? parseForm(form, DraftForm)
        : parseMarked(form, IdeaShape, { fields: ['titulo', 'descripcion'], lang: visit.locale });
    await limitAct(visit, 'idea');
    // Kept until it is safely an idea: sign-in, an address still unverified or a closed phase lose nothing.
    await keepPendingIdea(visit.device, valuesOf(form));
    if (!visit.actor) throw unauthenticated('sign_in_first');
    const { id } =
      wish === 'borrador'
        ? await draftIdea(visit.actor, input)
        : await submitIdea(visit.actor, input);
    await dropPendingIdea(visit.device);
    return redirectTo(`/ideas/${id}`, {
      notice: wish === 'borrador' ? 'idea_draft' : 'idea_sent',
    });
  },
  { form: true },
);

export default function NewIdea() {
  const { open, supportsUntil, reviewBy, restored, initial, choices, signedIn } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('ideas');
  const form = useFormState(useIdeaLabels());
  return (
    <div className="l-wrap">
      <Breadcrumbs items={[{ href: '/ideas', label: t('list.crumb') }]} current={t('new.title')} />
      <div className="l-rail l-end">
        <div className="l-form">
          <FormMessages form={form} />
          <h1>{t('new.title')}</h1>
          <p className="u-lead l-end">{t('new.lead')}</p>
          <NewNotices open={open} restored={restored && !answer} signedIn={signedIn} />
          {preview && <IdeaPreview title={preview.title} description={preview.description} />}
          <IdeaForm
            {...choices}
            initial={initial}
            drafts
            submitLabel={t('form.send')}
            keepAs="nueva"
          />
          {!signedIn && <p className="u-small u-mute l-end">{t('new.sign_in_later')}</p>}
        </div>
        <div className="l-stick">
          <WhatComesNext reviewBy={reviewBy} supportsUntil={supportsUntil} />
        </div>
      </div>
    </div>
  );
}
