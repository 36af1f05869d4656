import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getPublicMinutes } from '#app/domains/minutes/get-minutes.server.ts';
import { TurnoutAside, Versions } from '#app/domains/minutes/ui/minutes-aside.tsx';
import { MeetingMeta, MinutesSheet } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, url }) => {
  const asked = url.searchParams.get('version');
  if (asked !== null && !/^[1-9]\d{0,3}$/.test(asked)) throw notFound('minutes_not_found');
  const found = await getPublicMinutes(
    visit.db,
    visit.actor,
    params['id'],
    asked === null ? null : Number(asked),
  );
  return {
    title: visit.t('minutes')('minutes.title', { title: found.meeting.title }),
    address: `${visit.url.host}/talleres/${found.meeting.id}/acta`,
    ...found,
  };
});

export default function MeetingMinutes() {
  const { address, meeting, minutes, versions, turnout, ideas, photos, documents } =
    useLoaderData<typeof loader>();
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/talleres', label: ofMeetings('list.title') },
          { href: `/talleres/${meeting.id}`, label: meeting.title },
        ]}
        current={t('minutes.crumb')}
        title={t('minutes.title', { title: meeting.title })}
        lead={
          minutes.attended === null
            ? t('minutes.attended.few')
            : t('minutes.attended', { count: minutes.attended })
        }
        meta={<MeetingMeta meeting={meeting} />}
      />
      {versions[0]?.version !== minutes.version && (
        <Notice kind="sun" title={t('minutes.version.old')}>
          <a href={`/talleres/${meeting.id}/acta`}>{t('minutes.version.newest')}</a>
        </Notice>
      )}
      <div className="l-rail l-gap">
        <MinutesSheet
          meeting={meeting}
          minutes={minutes}
          ideas={ideas.map((idea) => ({ ...idea, href: `/ideas/${idea.id}` }))}
          photos={photos}
          documents={documents}
        />
        <div>
          {turnout && <TurnoutAside turnout={turnout} meetingId={meeting.id} />}
          <Versions
            meetingId={meeting.id}
            minutes={minutes}
            versions={versions}
            address={address}
          />
        </div>
      </div>
    </div>
  );
}
