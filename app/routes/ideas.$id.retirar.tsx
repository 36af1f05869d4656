import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canChangeIdea } from '#app/domains/ideas/policy.ts';
import { WithdrawForm } from '#app/domains/ideas/schema.ts';
import { withdrawIdea } from '#app/domains/ideas/withdraw-idea.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireActor();
  const idea = await getIdea(visit.db, params['id'], actor);
  authorize(canChangeIdea(actor, idea));
  return {
    title: visit.t('ideas')('withdraw.title'),
    idea: { id: idea.id, title: idea.title, lang: idea.lang, supports: idea.supports },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireActor();
    const { reason } = parseForm(form, WithdrawForm);
    const idea = await getIdea(visit.db, params['id'], actor);
    await withdrawIdea(actor, idea.id, reason);
    return redirectTo(`/ideas/${idea.id}`, { notice: 'idea_withdrawn' });
  },
  { form: true },
);

/** Asks before it takes an idea back: a page of its own, so that it works without script. */
export default function Withdraw() {
  const { idea } = useLoaderData<typeof loader>();
  const t = useT('ideas');
  const form = useFormState({ motivo: t('withdraw.reason') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/ideas', label: t('list.crumb') },
          { href: `/ideas/${idea.id}`, label: idea.title },
        ]}
        current={t('withdraw.title')}
        title={t('withdraw.heading')}
        lead={t('withdraw.lead', { count: idea.supports })}
      />
      <div className="l-form">
        <FormMessages form={form} />
        <p className="quote" lang={idea.lang}>
          {idea.title}
        </p>
        <form method="post" noValidate>
          <TextField
            name="motivo"
            label={t('withdraw.reason')}
            hint={t('withdraw.reason.hint')}
            optional
            rows={3}
            maxLength={500}
            value={form.value('motivo')}
            error={form.errors('motivo')}
          />
          <div className="l-row l-gap">
            <Button kind="go">{t('withdraw.confirm')}</Button>
            <ButtonLink href={`/ideas/${idea.id}`}>{t('withdraw.keep')}</ButtonLink>
          </div>
        </form>
      </div>
    </div>
  );
}
