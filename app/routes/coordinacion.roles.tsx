import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { grantRole } from '#app/domains/accounts/grant-role.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { GrantForm as GrantFields } from '#app/domains/accounts/schema.ts';
import { GrantForm } from '#app/domains/accounts/ui/grant-form.tsx';
import { GrantTable } from '#app/domains/accounts/ui/grant-table.tsx';
import { sectors } from '#app/domains/circle/types.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listInstitutions } from '#app/domains/plan/list-institutions.server.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { db, locale } = visit;
  const [grants, commitments, institutions] = await Promise.all([
    listGrants(db),
    listCommitments(db, locale),
    listInstitutions(db, locale),
  ]);
  return { title: visit.t('coordination')('roles.title'), grants, commitments, institutions };
});

export const action = act(
  async ({ visit, form }) => {
    await grantRole(visit.requireRole('coordinacion'), parseForm(form, GrantFields));
    return redirectTo('/coordinacion/roles', { notice: 'role_granted' });
  },
  { form: true },
);

export default function Roles() {
  const { grants, commitments, institutions } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const form = useFormState();
  const held = grants.filter((grant) => grant.state === 'vigente' || grant.state === 'futura');
  const past = grants.filter((grant) => grant.state === 'vencida' || grant.state === 'quitada');
  const scopeName = (scope: string | null) =>
    commitments.find((each) => each.slug === scope)?.shortTitle ??
    institutions.find((each) => each.slug === scope)?.name ??
    (scope === 'gobierno' || scope === 'civil'
      ? t(`circle.sector.${scope}`)
      : (scope ?? t('roles.everywhere')));
  const scopes = [
    ...commitments.map((each) => ({
      value: each.slug,
      label: t('roles.scope.commitment', { name: each.shortTitle }),
    })),
    ...sectors.map((value) => ({
      value,
      label: t('roles.scope.sector', { name: t(`circle.sector.${value}`) }),
    })),
    ...institutions.map((each) => ({
      value: each.slug,
      label: t('roles.scope.institution', { name: each.name }),
    })),
  ];
  return (
    <CoordinationPage
      part="roles"
      title={t('roles.heading', { count: held.length })}
      current={t('roles.title')}
      lead={t('roles.lead')}
      form={form}
    >
      <GrantForm scopes={scopes} form={form} />
      <GrantTable caption={t('roles.held')} grants={held} scopeName={scopeName} held />
      {past.length > 0 && (
        <Fold summary={t('roles.past', { count: past.length })}>
          <GrantTable caption={t('roles.past.caption')} grants={past} scopeName={scopeName} />
        </Fold>
      )}
    </CoordinationPage>
  );
}
