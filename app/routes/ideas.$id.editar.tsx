import { useActionData, useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { sayRefused } from '#app/platform/http/refusal.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { parseMarked } from '#app/platform/personal-data/parse-marked.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { addNote } from '#app/domains/ideas/add-note.server.ts';
import { editIdea } from '#app/domains/ideas/edit-idea.server.ts';
import { getEditState } from '#app/domains/ideas/get-edit-state.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canChangeIdea } from '#app/domains/ideas/policy.ts';
import {
  DraftForm,
  EditVersion,
  IdeaAction,
  IdeaForm as IdeaShape,
  NoteForm,
} from '#app/domains/ideas/schema.ts';
import { IdeaForm, useIdeaLabels } from '#app/domains/ideas/ui/idea-form.tsx';
import { IdeaPreview } from '#app/domains/ideas/ui/idea-preview.tsx';
import { NoteFields } from '#app/domains/ideas/ui/note-fields.tsx';
import { listPlanChoices } from '#app/domains/plan/list-choices.server.ts';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle = { script: true, ns: ['ideas'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireActor();
  const idea = await getIdea(visit.db, params['id'], actor);
  authorize(canChangeIdea(actor, idea));
  const [state, choices] = await Promise.all([
    getEditState(visit.db, idea, now()),
    listPlanChoices(visit.db, visit.locale),
  ]);
  return {
    title: visit.t('ideas')(idea.state === 'borrador' ? 'edit.draft.title' : 'edit.title'),
    idea: { id: idea.id, title: idea.title, version: idea.version, state: idea.state },
    initial: {
      commitment: idea.commitment.slug,
      title: state.text.title,
      description: state.text.description,
      locality: state.text.localityCode ?? '',
    },
    refused: state.refused && sayRefused(visit.t('errors'), state.refused),
    choices,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireActor();
    const idea = await getIdea(visit.db, params['id'], actor);
    await limitAct(visit, 'idea');
    if (form.has('nota')) {
      const { note } = parseMarked(form, NoteForm, { fields: ['nota'], lang: idea.lang });
      await addNote(actor, idea.id, note);
      return redirectTo(`/ideas/${idea.id}`, { notice: 'note_added' });
    }
    const { act: wish } = parseForm(form, IdeaAction);
    if (wish === 'vista_previa')
      return { preview: parseForm(form, IdeaShape), values: valuesOf(form) };
    const { version } = parseForm(form, EditVersion);
    const input =
      wish === 'borrador' && idea.state === 'borrador'
        ? parseForm(form, DraftForm)
        : parseMarked(form, IdeaShape, { fields: ['titulo', 'descripcion'], lang: idea.lang });
    const sent = idea.state === 'borrador' ? 'idea_sent' : 'idea_edited';
    await editIdea(actor, idea.id, { ...input, version }, wish);
    return redirectTo(`/ideas/${idea.id}`, {
      notice: wish === 'borrador' ? 'idea_draft' : sent,
    });
  },
  { form: true },
);

export default function EditIdea() {
  const { idea, initial, refused, choices, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('ideas');
  const form = useFormState({ ...useIdeaLabels(), nota: t('note.label') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/ideas', label: t('list.crumb') },
          { href: `/ideas/${idea.id}`, label: idea.title },
        ]}
        current={title}
        title={title}
      />
      <div className="l-form">
        <FormMessages form={form} />
        {refused && (
          <Notice kind="sun" title={refused.text}>
            {refused.next}
          </Notice>
        )}
        {preview && <IdeaPreview title={preview.title} description={preview.description} />}
        {!refused && (
          <>
            {idea.state === 'publicada' && <Notice>{t('edit.published_note')}</Notice>}
            <IdeaForm
              {...choices}
              initial={initial}
              version={idea.version}
              drafts={idea.state === 'borrador'}
              exceptId={idea.id}
              submitLabel={idea.state === 'borrador' ? t('form.send') : t('edit.save')}
            />
          </>
        )}
        {refused?.reason === 'idea_supported' && <NoteFields form={form} />}
      </div>
    </div>
  );
}
