import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { releaseIdea } from '#app/domains/moderation/release-idea.server.ts';
import { ClaimForm } from '#app/domains/moderation/schema.ts';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(({ visit, params }) => {
  visit.requireRole('moderacion', 'coordinacion');
  // Only a post that was refused has something to show here.
  if (visit.status === undefined) throw redirectTo(`/moderacion/ideas/${params['id']}`);
  return { title: visit.t('moderation')('desk.title'), back: `/moderacion/ideas/${params['id']}` };
});

export const action = act(
  async ({ visit, params, form, url }) => {
    const actor = visit.requireRole('moderacion', 'coordinacion');
    const { act: wish } = parseForm(form, ClaimForm);
    const id = params['id'] ?? '';
    await (wish === 'tomar' ? claimIdea(actor, id) : releaseIdea(actor, id));
    return redirectTo(`/moderacion/ideas/${id}${url.search}`, {
      notice: wish === 'tomar' ? 'idea_claimed' : 'idea_released',
    });
  },
  { form: true },
);

/** Takes an idea or puts it back; a refusal says why, with both buttons and the way back. */
export default function TakeIdea() {
  const { title, back } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/moderacion', label: title }]}
        current={t('claim.take')}
        title={t('claim.take')}
      />
      <FormMessages form={form} />
      <form method="post" className="l-row l-gap">
        <Button icon="hand" id="accion" name="accion" value="tomar">
          {t('claim.take')}
        </Button>
        <Button icon="undo" name="accion" value="soltar">
          {t('claim.release')}
        </Button>
        <a className="more" href={back}>
          {t('report.back')}
        </a>
      </form>
    </div>
  );
}
