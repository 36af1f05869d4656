import { useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { decideComment } from '#app/domains/moderation/decide-comment.server.ts';
import { getDesk } from '#app/domains/moderation/get-queue.server.ts';
import { listHeldComments } from '#app/domains/moderation/list-held-comments.server.ts';
import { readScopes } from '#app/domains/moderation/policy.ts';
import { CommentDecisionForm } from '#app/domains/moderation/schema.ts';
import { DeskBar, DeskTabs } from '#app/domains/moderation/ui/desk-bar.tsx';
import { HeldComment } from '#app/domains/moderation/ui/held-comment.tsx';
import { Shortcuts } from '#app/domains/moderation/ui/shortcuts.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { desk: true, script: true, ns: ['moderation'] };
export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const actor = visit.requireRole('moderacion', 'coordinacion');
  return {
    title: visit.t('moderation')('held.title'),
    desk: await getDesk(db, actor, locale, now()),
    everything: readScopes(actor) === 'all',
    decides: hasRole(actor, 'moderacion'),
    comments: await listHeldComments(db, actor),
    current: url.searchParams.get('caso'),
  };
});

export const action = act(
  async ({ visit, form, url }) => {
    const actor = visit.requireRole('moderacion', 'coordinacion');
    const input = parseForm(form, CommentDecisionForm);
    await decideComment(actor, url.searchParams.get('caso') ?? '', input);
    return redirectTo('/moderacion/comentarios', { notice: 'comment_decided' });
  },
  { form: true },
);

/** Comments that wait for a moderator: personal data or links were found in them. */
export default function HeldComments() {
  const { desk, everything, decides, comments, current } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({ explicacion: t('held.reason'), decision: t('held.title') });
  return (
    <>
      <DeskBar desk={desk} everything={everything} reads={!decides} />
      <div className="l-wrap l-wrap--full l-stack l-end">
        <DeskTabs desk={desk} place={{ view: 'nuevas' }} current="comments" />
        <FormMessages form={form} />
        <div className="l-row l-row--ends">
          <h2>{t('held.title')}</h2>
          <Shortcuts />
        </div>
        {comments.length === 0 && (
          <EmptyState level="h3" title={t('held.empty.title')} text={t('held.empty.text')} />
        )}
        {comments.map((held) => (
          <HeldComment
            key={held.id}
            held={held}
            decides={decides}
            form={held.id === current ? form : null}
          />
        ))}
      </div>
    </>
  );
}
