import { useLoaderData } from '@remix-run/react';
import { certain } from '#app/kernel/certain.ts';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { parseMarked } from '#app/platform/personal-data/parse-marked.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { answerAskBack, findAskBack } from '#app/domains/moderation/answer-ask-back.server.ts';
import { AnswerForm } from '#app/domains/moderation/schema.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { MarkedTexts } from '#app/ui/marked-texts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const asked = await findAskBack(visit.db, visit.requireActor(), params['id']);
  const id = certain(params['id']);
  // After a refused post the page stands and says why.
  if (!asked && visit.status === undefined) throw redirectTo(`/ideas/${params['id']}`);
  return { title: visit.t('moderation')('answer.title'), id, asked };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireActor();
    const { text } = parseMarked(form, AnswerForm, { fields: ['texto'], lang: actor.locale });
    await answerAskBack(actor, params['id'] ?? '', text);
    return redirectTo(`/ideas/${params['id']}`, { notice: 'answer_sent' });
  },
  { form: true },
);

/** The author answers what a moderator asked. */
export default function AnswerAskBack() {
  const { id, asked, title } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const f = useFormat();
  const form = useFormState({ texto: t('answer.text') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: `/ideas/${id}`, label: asked?.title ?? t('appeals.idea') }]}
        current={title}
        title={t('answer.heading')}
      />
      <div className="l-form">
        <FormMessages form={form} />
        {asked && (
          <>
            <Notice
              kind="sun"
              icon="comment"
              title={t('answer.asked', { date: f.date(asked.askedAt) })}
            >
              {asked.question}
            </Notice>
            <form method="post" noValidate>
              <TextField
                name="texto"
                label={t('answer.text')}
                hint={t('answer.text.hint')}
                rows={6}
                maxLength={5000}
                value={form.value('texto')}
                error={form.errors('texto')}
              />
              <MarkedTexts form={form} fields={['texto']} leave={t('marked.leave')} />
              <div className="l-row l-gap">
                <Button kind="go">{t('answer.send')}</Button>
                <ButtonLink icon="pencil" href={`/ideas/${id}/editar`}>
                  {t('answer.edit')}
                </ButtonLink>
              </div>
            </form>
          </>
        )}
      </div>
    </div>
  );
}
