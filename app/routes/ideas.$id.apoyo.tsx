import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { Support } from '#app/domains/votes/schema.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(({ visit, params }) => {
  // Only a post that was refused has something to show here.
  if (visit.status === undefined) throw redirectTo(`/ideas/${params['id']}`);
  return { title: visit.t('votes')('panel.heading'), back: `/ideas/${params['id']}` };
});

export const action = act(async ({ visit, params, form }) => {
  const actor = visit.requireActor();
  const { act: wish } = parseForm(form, Support);
  await limitAct(visit, 'support');
  const { changed } = await castSupport(actor, { ideaId: params['id'], act: wish });
  return redirectTo(
    `/ideas/${params['id']}`,
    changed ? { notice: wish === 'apoyar' ? 'support_cast' : 'support_withdrawn' } : {},
  );
});

/** Shown only when a post said neither of the two acts: both buttons, and the way back. */
export default function SupportIdea() {
  const { title, back } = useLoaderData<typeof loader>();
  const t = useT('votes');
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead title={title} current={title} crumbs={[{ href: back, label: t('panel.back') }]} />
      <FormMessages form={form} />
      <form method="post" className="l-row l-gap">
        <Button kind="go" icon="hand" id="accion" name="accion" value="apoyar">
          {t('button.support_this')}
        </Button>
        <Button icon="undo" name="accion" value="retirar">
          {t('panel.withdraw')}
        </Button>
        <ButtonLink href={back}>{t('panel.back')}</ButtonLink>
      </form>
    </div>
  );
}
