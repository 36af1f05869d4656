import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** Coming meetings to which the Circle's members may invite groups. */
export const loader = page(async ({ visit }) => {
  visit.requireRole('circulo', 'coordinacion');
  const { items } = await listMeetings(visit.db, {}, { order: 'coming', limit: 100 });
  return {
    title: visit.t('groups')('call.circle.title'),
    meetings: items
      .filter((meeting) => meeting.state === 'publicado')
      .map((meeting) => ({
        id: meeting.id,
        title: meeting.title,
        lang: meeting.lang,
        startsAt: meeting.startsAt,
        locality: meeting.locality?.name ?? null,
      })),
  };
});

export default function CircleCall() {
  const { meetings } = useLoaderData<typeof loader>();
  const t = useT('groups');
  const c = useT('circle');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('call.circle.title')}
        crumbs={[{ href: '/circulo/mesa', label: c('desk.title') }]}
        current={t('call.circle.title')}
        lead={t('call.circle.lead')}
      />
      <div className="l-stack l-stack--wide">
        {meetings.length === 0 ? (
          <EmptyState title={t('call.circle.none')} text={t('call.circle.none.text')} />
        ) : (
          <ul className="list">
            {meetings.map((meeting) => (
              <li key={meeting.id}>
                <a href={`/facilitacion/talleres/${meeting.id}/convocar`} lang={meeting.lang}>
                  {meeting.title}
                </a>
                <span>
                  {[f.date(meeting.startsAt, 'weekday'), meeting.locality]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a className="more" href="/facilitacion/grupos">
            {t('call.catalogue.link')}
          </a>
        </p>
      </div>
    </div>
  );
}
