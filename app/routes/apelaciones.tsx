import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import {
  fileAppeal,
  getAppealable,
  listAppealable,
} from '#app/domains/moderation/file-appeal.server.ts';
import { AppealForm, AppealQuery } from '#app/domains/moderation/schema.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const title = visit.t('moderation')('appeal.title');
  const { tipo, id } = AppealQuery.parse(Object.fromEntries(url.searchParams));
  // After a refused post the page stands and says why.
  const asked =
    id !== undefined && visit.status === undefined
      ? await getAppealable(visit.db, visit.requireActor(), tipo, id)
      : null;
  return {
    title,
    asked,
    yours: visit.actor && !asked ? await listAppealable(visit.db, visit.actor) : [],
    signedIn: visit.actor !== null,
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireActor();
    await limitAct(visit, 'report');
    const { ideaId, commentId } = await fileAppeal(actor, parseForm(form, AppealForm));
    return redirectTo(`/ideas/${ideaId}${commentId ? `#c-${commentId}` : ''}`, {
      notice: 'appeal_filed',
    });
  },
  { form: true },
);

/** Appeals once against a decision; without naming what, lists all that one can appeal. */
export default function Appeal() {
  const { asked, yours, signedIn, title } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({ texto: t('appeal.text') });
  const id = form.value('id', asked?.id ?? '');
  const kind = form.value('tipo', asked?.kind ?? 'idea');
  const back = asked ? `/ideas/${asked.ideaId}` : '/apelaciones';
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={asked ? [{ href: back, label: asked.title }] : []}
        current={title}
        title={t('appeal.heading')}
        lead={t('appeal.lead')}
      />
      <div className="l-form">
        <FormMessages form={form} />
        {asked?.reason && <Notice title={t('appeal.decided')}>{asked.reason}</Notice>}
        {id && form.refused === null && (
          <form method="post" action={`/apelaciones?tipo=${kind}&id=${id}`} noValidate>
            <input type="hidden" name="tipo" value={kind} />
            <input type="hidden" name="id" value={id} />
            <TextField
              name="texto"
              label={t('appeal.text')}
              hint={t('appeal.text.hint')}
              rows={7}
              maxLength={3000}
              value={form.value('texto')}
              error={form.errors('texto')}
            />
            <div className="l-row l-gap">
              <Button kind="go">{t('appeal.send')}</Button>
              <ButtonLink href={back}>{t(asked ? 'report.back' : 'appeal.yours')}</ButtonLink>
            </div>
          </form>
        )}
        {!id && signedIn && (
          <section>
            <h2>{t('appeal.yours')}</h2>
            {yours.length === 0 ? (
              <p className="u-mute">{t('appeal.yours.none')}</p>
            ) : (
              <ul className="list">
                {yours.map((own) => (
                  <li key={own.id}>
                    <a href={`/apelaciones?tipo=${own.kind}&id=${own.id}`} lang={own.lang}>
                      {own.title}
                    </a>
                    <span className="u-mute u-small">{t(`appeals.kind.${own.kind}`)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        {!signedIn && (
          <p>
            <ButtonLink href="/entrar?volver=/apelaciones">{t('appeal.sign_in')}</ButtonLink>
          </p>
        )}
      </div>
    </div>
  );
}
