import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { revokeRole } from '#app/domains/accounts/grant-role.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  visit.requireRole('coordinacion');
  const grant = (await listGrants(visit.db)).find((each) => each.id === params.id);
  if (!grant) throw notFound('page_not_found');
  return { title: visit.t('coordination')('roles.take.title'), grant };
});

export const action = act(
  async ({ visit, params }) => {
    await revokeRole(visit.requireRole('coordinacion'), params.id ?? '');
    return redirectTo('/coordinacion/roles', { notice: 'role_revoked' });
  },
  { form: true },
);

/** Asks once more before a role is taken away: a page of its own, so that it works without a script. */
export default function TakeRole() {
  const { grant } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const c = useT('common');
  const f = useFormat();
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('roles.take.heading', { role: c(`role.${grant.role}`), name: grant.name })}
        crumbs={[
          { href: '/coordinacion', label: t('home.title') },
          { href: '/coordinacion/roles', label: t('roles.title') },
        ]}
        current={t('roles.take.title')}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {grant.revokedAt ? (
          <Notice kind="info">{t('roles.take.done', { date: f.date(grant.revokedAt) })}</Notice>
        ) : (
          <p>{t('roles.take.text')}</p>
        )}
        <form method="post" className="l-row">
          {!grant.revokedAt && <Button kind="go">{t('roles.take.send')}</Button>}
          <ButtonLink href="/coordinacion/roles">{t('back')}</ButtonLink>
        </form>
      </div>
    </div>
  );
}
