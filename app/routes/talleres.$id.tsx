import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { mayRegister } from '#app/domains/registration/rules.ts';
import { AllocationSays } from '#app/domains/meetings/ui/allocation-says.tsx';
import { MeetingLinks } from '#app/domains/meetings/ui/meeting-links.tsx';
import { MeetingStanding } from '#app/domains/meetings/ui/meeting-standing.tsx';
import { MeetingHead } from '#app/domains/meetings/ui/meeting-head.tsx';
import { MeetingPlace } from '#app/domains/meetings/ui/meeting-place.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const meeting = await getMeeting(visit.db, visit.actor, params['id']);
  const options = await recallOptions(visit.db, visit.locale);
  return {
    title: meeting.title,
    meeting,
    now: now(),
    access: options.accesibilidad,
    runs: canRunMeeting(visit.actor, meeting).allowed,
  };
});

export default function MeetingPage() {
  const { meeting, now, access, runs } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  const locale = useLocale();
  return (
    <div className="l-wrap">
      <MeetingHead
        meeting={meeting}
        now={now}
        title={meeting.title}
        current={t(`kind.${meeting.kind}`)}
      />
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          <MeetingStanding meeting={meeting} now={now} />
          {meeting.state === 'publicado' && now < meeting.startsAt && (
            <AllocationSays meeting={meeting} />
          )}
          <MeetingLinks meeting={meeting} now={now} takes={mayRegister(meeting, now).allowed} />
          <section className="l-stack" aria-labelledby="para-que">
            <h2 id="para-que">{t('meeting.what_for')}</h2>
            <Prose text={meeting.purpose} lang={meeting.lang} />
          </section>
          {meeting.materials && (
            <section className="l-stack" aria-labelledby="materiales">
              <h2 id="materiales">{t('meeting.materials')}</h2>
              <Prose text={meeting.materials} lang={meeting.lang} />
            </section>
          )}
          <section className="l-stack" aria-labelledby="mejora">
            <h2 id="mejora">{t('meeting.improves')}</h2>
            <ul className="list">
              {meeting.commitments.map((commitment) => (
                <li key={commitment.id}>
                  <a href={`/compromisos/${commitment.slug}`}>
                    {commitment.number}. {locale === 'es' ? commitment.titleEs : commitment.titleEn}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          {runs && (
            <p>
              <a className="more" href={`/facilitacion/talleres/${meeting.id}`}>
                {t('meeting.desk')} <Icon name="arrow" />
              </a>
            </p>
          )}
        </div>
        <div>
          <MeetingPlace meeting={meeting} access={access} />
        </div>
      </div>
    </div>
  );
}
