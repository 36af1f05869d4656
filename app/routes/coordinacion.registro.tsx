import { useLoaderData } from '@remix-run/react';
import { auditCatalogue, type AuditAction } from '#app/kernel/audit-catalogue.ts';
import { readCursor, withCursor } from '#app/platform/http/paging.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { readMoment } from '#app/domains/accounts/rules.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { listTrail } from '#app/domains/transparency/list-entries.server.ts';
import { changesOf, isAuditAction } from '#app/domains/transparency/rules.ts';
import { EntryList } from '#app/domains/transparency/ui/entry-list.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextDiff } from '#app/ui/text-diff.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const actor = visit.requireRole('coordinacion', 'monitoreo');
  const given = (name: string) => url.searchParams.get(name) ?? '';
  const action = isAuditAction(given('accion')) ? given('accion') : '';
  const since = readMoment(given('desde'), 'start');
  const until = readMoment(given('hasta'), 'end');
  const cursor = readCursor(url);
  const trail = await listTrail(visit.db, {
    action: action || undefined,
    since: since ?? undefined,
    until: until ?? undefined,
    cursor,
    limit: 50,
  });
  return {
    title: visit.t('coordination')('trail.title'),
    coordinates: actor.grants.some((grant) => grant.role === 'coordinacion'),
    filter: {
      accion: action,
      desde: since ? given('desde') : '',
      hasta: until ? given('hasta') : '',
    },
    entries: trail.items,
    next: withCursor(url, trail.next),
    isFirst: !cursor,
  };
});

const actions = Object.keys(auditCatalogue) as AuditAction[];

/** What changed, as readable differences; the other facts as they were kept. */
function Details({ data }: { data: Record<string, unknown> }) {
  const t = useT('coordination');
  const changes = changesOf(data);
  const rest = Object.entries(data).filter(
    ([key]) => !(changes.length > 0 && (key === 'before' || key === 'after')),
  );
  if (changes.length === 0 && rest.length === 0) return null;
  return (
    <Fold summary={t('trail.details')}>
      <div className="l-stack l-stack--tight u-small">
        {rest.length > 0 && (
          <Facts
            items={rest.map(([key, value]) => ({
              key,
              term: <code>{key}</code>,
              value: (
                <span className="u-break">
                  {typeof value === 'object' ? JSON.stringify(value) : String(value)}
                </span>
              ),
            }))}
          />
        )}
        {changes.map((change) => (
          <div key={change.field}>
            <p>
              <code>{change.field}</code>
            </p>
            <TextDiff before={change.before} after={change.after} />
          </div>
        ))}
      </div>
    </Fold>
  );
}

export default function Trail() {
  const { coordinates, filter, entries, next, isFirst } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const someone = t('trail.someone');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('trail.heading')}
        crumbs={coordinates ? [{ href: '/coordinacion', label: t('home.title') }] : []}
        current={t('trail.title')}
        lead={t('trail.lead')}
      />
      {coordinates && <CoordinationNav current="registro" />}
      <div className="l-stack l-stack--wide l-gap">
        <form method="get" className="panel" aria-label={t('trail.filter')}>
          <SelectField
            name="accion"
            optional
            label={t('trail.action')}
            empty={t('trail.action.all')}
            value={filter.accion}
            options={actions.map((value) => ({
              value,
              label: t(`audit.${value}`, { who: someone }),
            }))}
          />
          <TextField
            name="desde"
            type="date"
            optional
            label={t('trail.since')}
            value={filter.desde.slice(0, 10)}
          />
          <TextField
            name="hasta"
            type="date"
            optional
            label={t('trail.until')}
            value={filter.hasta.slice(0, 10)}
          />
          <p className="l-end">
            <Button icon="search">{t('trail.filter')}</Button>
          </p>
        </form>
        {entries.length > 0 ? (
          <EntryList
            items={entries.map((entry) => ({
              ...entry,
              actor: entry.actorName || t(`who.${entry.who}`),
              more: (
                <>
                  <p className="u-small u-mute">
                    {t(`who.${entry.who}`)} ·{' '}
                    <code>
                      {entry.subject.kind} {entry.subject.id}
                    </code>
                  </p>
                  <Details data={entry.data} />
                </>
              ),
            }))}
          />
        ) : (
          <EmptyState title={t('trail.none.title')} text={t('trail.none.text')} />
        )}
        <Pager next={next} previous={isFirst ? null : '/coordinacion/registro'} />
      </div>
    </div>
  );
}
