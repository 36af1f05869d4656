import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { hideOwnData } from '#app/domains/ideas/settle-held-comment.server.ts';
import { CommentForm as CommentShape } from '#app/domains/ideas/schema.ts';
import { CommentForm } from '#app/domains/ideas/ui/comments.tsx';
import { authorize } from '#app/kernel/verdict.ts';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, request }) => {
  const idea = await getIdea(visit.db, params['id'], visit.actor);
  authorize(canSeeIdea(visit.actor, idea));
  if (request.method === 'GET' && !visit.status) throw redirectTo(`/ideas/${idea.id}#comentarios`);
  return { title: visit.t('ideas')('comments.yours'), idea: { id: idea.id, title: idea.title } };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireActor();
    if (form.get('accion') === 'ocultar') {
      await limitAct(visit, 'comment');
      const commentId = String(form.get('comentario') ?? '');
      const { held } = await hideOwnData(actor, commentId);
      return redirectTo(`/ideas/${params['id']}#c-${commentId}`, {
        notice: held ? 'comment_held' : 'comment_published',
      });
    }
    const input = parseForm(form, CommentShape);
    await limitAct(visit, 'comment');
    const idea = await getIdea(visit.db, params['id'], visit.actor);
    const { id, held } = await publishComment(actor, idea.id, input);
    return redirectTo(`/ideas/${idea.id}#c-${id}`, {
      notice: held ? 'comment_held' : 'comment_published',
    });
  },
  { form: true },
);

/** Shown only when a comment has to be put right: the form again, with what was typed. */
export default function CommentAgain() {
  const { idea } = useLoaderData<typeof loader>();
  const t = useT('ideas');
  const form = useFormState({ texto: t('comments.yours') });
  const answering = form.value('responde_a') || undefined;
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/ideas', label: t('list.crumb') },
          { href: `/ideas/${idea.id}`, label: idea.title },
        ]}
        current={t('comments.yours')}
        title={t('comments.yours')}
      />
      <div className="l-form">
        <FormMessages form={form} />
        <CommentForm ideaId={idea.id} answering={answering} />
      </div>
    </div>
  );
}
