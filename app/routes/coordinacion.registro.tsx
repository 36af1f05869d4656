import { useLoaderData } from '@remix-run/react';
import { readCursor, withCursor } from '#app/platform/http/paging.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { readMoment } from '#app/domains/accounts/rules.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { listTrail } from '#app/domains/transparency/list-entries.server.ts';
import { isAuditAction } from '#app/domains/transparency/rules.ts';
import { EntryList } from '#app/domains/transparency/ui/entry-list.tsx';
import { EntryDetails, TrailFilter } from '#app/domains/transparency/ui/trail-parts.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';

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
      action,
      since: since ? given('desde') : '',
      until: until ? given('hasta') : '',
    },
    entries: trail.items,
    next: withCursor(url, trail.next),
    isFirst: !cursor,
  };
});

export default function Trail() {
  const { coordinates, filter, entries, next, isFirst } = useLoaderData<typeof loader>();
  const t = useT('coordination');
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
        <TrailFilter filter={filter} />
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
                  <EntryDetails data={entry.data} />
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
