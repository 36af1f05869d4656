import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { getPublicMinutes } from '#app/domains/minutes/get-minutes.server.ts';
import { MeetingMeta, MinutesSheet, TurnoutFacts } from '#app/domains/minutes/ui/minutes-sheet.tsx';
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
  const f = useFormat();
  const published = t('minutes.version', {
    version: minutes.version,
    date: f.date(minutes.publishedAt!),
  });
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
          turnout && turnout.attended === null
            ? t('minutes.attended.few')
            : t('minutes.attended', { count: minutes.attended ?? 0 })
        }
        meta={<MeetingMeta meeting={meeting} />}
      />
      {versions[0]!.version !== minutes.version && (
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
          {turnout && (
            <section className="side l-stack l-stack--tight" aria-labelledby="cifras">
              <h2 id="cifras">{t('minutes.turnout')}</h2>
              <TurnoutFacts turnout={turnout} />
              <p className="u-screen">
                <a className="more" href={`/inclusion?ambito=taller:${meeting.id}`}>
                  {t('minutes.turnout.groups')}
                </a>
              </p>
            </section>
          )}
          <section className="side l-stack l-stack--tight" aria-labelledby="version">
            <h2 id="version">{t('minutes.versions')}</h2>
            <p>{published}</p>
            {versions.length > 1 && (
              <ul className="list u-screen">
                {versions.map((each, index) => (
                  <li key={each.version}>
                    {each.version === minutes.version ? (
                      <strong>{t('minutes.version.this', { version: each.version })}</strong>
                    ) : (
                      <a
                        className="u-target"
                        href={
                          index === 0
                            ? `/talleres/${meeting.id}/acta`
                            : `/talleres/${meeting.id}/acta?version=${each.version}`
                        }
                      >
                        {t('minutes.version', {
                          version: each.version,
                          date: f.date(each.publishedAt, 'short'),
                        })}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            )}
            <p className="u-small u-mute u-screen">{t('minutes.print')}</p>
            <p className="u-small u-paper">{t('minutes.from', { address })}</p>
          </section>
        </div>
      </div>
    </div>
  );
}
