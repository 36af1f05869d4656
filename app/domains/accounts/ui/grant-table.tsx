import type { GrantState, GrantView } from '#app/domains/accounts/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { DataTable } from '#app/ui/data-table.tsx';

const badges: Record<GrantState, BadgeKind> = {
  vigente: 'done',
  futura: 'dash',
  vencida: 'dark',
  quitada: 'dark',
};
const columns = ['name', 'role', 'scope', 'dates', 'by', 'state'] as const;

/** Roles that were given: to whom, where, from when to when and by whom. `held` ones can be taken away. */
export function GrantTable({
  caption,
  grants,
  scopeName,
  held = false,
}: {
  caption: string;
  grants: GrantView[];
  scopeName: (scope: string | null) => string;
  held?: boolean;
}) {
  const t = useT('coordination');
  const c = useT('common');
  const f = useFormat();
  return (
    <DataTable
      caption={caption}
      columns={[...columns, ...(held ? (['take'] as const) : [])].map((key) => ({
        key,
        label: t(`roles.column.${key}`),
      }))}
      rows={grants.map((grant) => ({
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
      }))}
    />
  );
}
