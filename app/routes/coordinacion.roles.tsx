import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { grantRole } from '#app/domains/accounts/grant-role.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { GrantForm } from '#app/domains/accounts/schema.ts';
import { grantedRoles, type GrantState } from '#app/domains/accounts/types.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listInstitutions } from '#app/domains/plan/list-institutions.server.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

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
    await grantRole(visit.requireRole('coordinacion'), parseForm(form, GrantForm));
    return redirectTo('/coordinacion/roles', { notice: 'role_granted' });
  },
  { form: true },
);

const badges: Record<GrantState, BadgeKind> = {
  vigente: 'done',
  futura: 'dash',
  vencida: 'dark',
  quitada: 'dark',
};

export default function Roles() {
  const { grants, commitments, institutions } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const c = useT('common');
  const f = useFormat();
  const form = useFormState();
  const held = grants.filter((grant) => grant.state === 'vigente' || grant.state === 'futura');
  const past = grants.filter((grant) => grant.state === 'vencida' || grant.state === 'quitada');
  const scopeName = (scope: string | null) =>
    commitments.find((each) => each.slug === scope)?.shortTitle ??
    institutions.find((each) => each.slug === scope)?.name ??
    (scope === 'gobierno' || scope === 'civil'
      ? t(`circle.sector.${scope}`)
      : (scope ?? t('roles.everywhere')));
  const rowsOf = (list: typeof grants) =>
    list.map((grant) => ({
      id: grant.id,
      name: (
        <>
          {grant.name}
          <small>{grant.email}</small>
        </>
      ),
      role: c(`role.${grant.role}`),
      scope: scopeName(grant.scope),
      dates: grant.endsAt
        ? t('roles.dates.both', {
            from: f.date(grant.startsAt, 'short'),
            until: f.date(grant.endsAt, 'short'),
          })
        : t('roles.dates.from', { from: f.date(grant.startsAt, 'short') }),
      by: grant.grantedBy ?? t('who.sistema'),
      state: <Badge kind={badges[grant.state]}>{t(`roles.state.${grant.state}`)}</Badge>,
      take: (
        <a
          href={`/coordinacion/roles/${grant.id}/quitar`}
          aria-label={t('roles.take.of', { role: c(`role.${grant.role}`), name: grant.name })}
        >
          {t('roles.take')}
        </a>
      ),
    }));
  const columns = ['name', 'role', 'scope', 'dates', 'by', 'state'].map((key) => ({
    key,
    label: t(`roles.column.${key as 'name'}`),
  }));
  return (
    <div className="l-wrap">
      <PageHead
        title={t('roles.heading', { count: held.length })}
        crumbs={[{ href: '/coordinacion', label: t('home.title') }]}
        current={t('roles.title')}
        lead={t('roles.lead')}
      />
      <CoordinationNav current="roles" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        <section aria-labelledby="dar">
          <h2 id="dar">{t('roles.give')}</h2>
          <form method="post" className="l-form">
            <TextField
              name="correo"
              type="email"
              label={t('field.email')}
              hint={t('field.email.hint')}
              value={form.value('correo')}
              error={form.errors('correo')}
            />
            <SelectField
              name="rol"
              label={t('roles.role')}
              empty={t('roles.role.empty')}
              options={grantedRoles.map((value) => ({
                value,
                label: `${c(`role.${value}`)}: ${t(`roles.role.${value}`)}`,
              }))}
              value={form.value('rol')}
              error={form.errors('rol')}
            />
            <SelectField
              name="alcance"
              optional
              label={t('roles.scope')}
              hint={t('roles.scope.hint')}
              empty={t('roles.everywhere')}
              value={form.value('alcance')}
              error={form.errors('alcance')}
              options={[
                ...commitments.map((each) => ({
                  value: each.slug,
                  label: t('roles.scope.commitment', { name: each.shortTitle }),
                })),
                ...(['gobierno', 'civil'] as const).map((value) => ({
                  value,
                  label: t('roles.scope.sector', { name: t(`circle.sector.${value}`) }),
                })),
                ...institutions.map((each) => ({
                  value: each.slug,
                  label: t('roles.scope.institution', { name: each.name }),
                })),
              ]}
            />
            <TextField
              name="desde"
              type="date"
              optional
              label={t('field.from')}
              hint={t('field.from.hint')}
              value={form.value('desde')}
              error={form.errors('desde')}
            />
            <TextField
              name="hasta"
              type="date"
              optional
              label={t('field.until')}
              hint={t('field.until.hint')}
              value={form.value('hasta')}
              error={form.errors('hasta')}
            />
            <p className="l-end">
              <Button kind="go">{t('roles.give.send')}</Button>
            </p>
          </form>
        </section>
        <DataTable
          caption={t('roles.held')}
          columns={[...columns, { key: 'take', label: t('roles.column.take') }]}
          rows={rowsOf(held)}
        />
        {past.length > 0 && (
          <Fold summary={t('roles.past', { count: past.length })}>
            <DataTable caption={t('roles.past.caption')} columns={columns} rows={rowsOf(past)} />
          </Fold>
        )}
      </div>
    </div>
  );
}
