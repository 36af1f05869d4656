import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { awaitsDraw, shownState } from '#app/domains/meetings/rules.ts';
import { mayRegister } from '#app/domains/registration/rules.ts';
import { AllocationSays } from '#app/domains/meetings/ui/allocation-says.tsx';
import { MeetingHead } from '#app/domains/meetings/ui/meeting-head.tsx';
import { MeetingPlace } from '#app/domains/meetings/ui/meeting-place.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
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

/** Until when, or why not any more. */
function Standing() {
  const { meeting, now } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  const f = useFormat();
  const state = shownState(meeting, now);
  if (state === 'cancelado')
    return (
      <Notice kind="bad" title={t('meeting.cancelled')}>
        {meeting.cancelReason}
      </Notice>
    );
  if (state === 'realizado' || state === 'con_acta')
    return meeting.attended > 0 ? (
      <Notice kind="done">{t('meeting.attended', { count: meeting.attended })}</Notice>
    ) : null;
  if (meeting.kind === 'feria') return <Notice kind="sun">{t('meeting.open_entry')}</Notice>;
  if (now < meeting.opensAt)
    return <Notice>{t('meeting.opens', { date: f.date(meeting.opensAt, 'weekday') })}</Notice>;
  if (now >= meeting.closesAt)
    return <Notice>{t('meeting.closed', { date: f.date(meeting.closesAt, 'weekday') })}</Notice>;
  return (
    <Notice kind="sun">
      {t('meeting.closes', { date: f.date(meeting.closesAt, 'weekday') })}{' '}
      {meeting.waiting > 0 &&
        t(awaitsDraw(meeting) ? 'meeting.in_draw' : 'meeting.waiting', {
          count: meeting.waiting,
        })}{' '}
      {t('meeting.free')}
    </Notice>
  );
}

export default function MeetingPage() {
  const { meeting, now, access, runs } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  const locale = useLocale();
  const takes = mayRegister(meeting, now).allowed;
  const address = `/talleres/${meeting.id}`;
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
          <Standing />
          {meeting.state === 'publicado' && now < meeting.startsAt && (
            <AllocationSays meeting={meeting} />
          )}
          <div className="l-row">
            {takes && (
              <ButtonLink kind="go" size="big" href={`${address}/inscripcion`}>
                {awaitsDraw(meeting)
                  ? t('meeting.enter_draw')
                  : shownState(meeting, now) === 'lleno'
                    ? t('meeting.wait')
                    : t('meeting.register')}
              </ButtonLink>
            )}
            {meeting.state === 'con_acta' && (
              <ButtonLink kind="go" icon="document" href={`${address}/acta`}>
                {t('meeting.minutes')}
              </ButtonLink>
            )}
            {meeting.state === 'publicado' && now < meeting.endsAt && (
              <ButtonLink icon="link" href={`${address}/difundir`}>
                {t('meeting.share')}
              </ButtonLink>
            )}
            {meeting.state !== 'cancelado' && now < meeting.endsAt && (
              <ButtonLink icon="calendar" href={`${address}.ics`}>
                {t('meeting.calendar')}
              </ButtonLink>
            )}
          </div>
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
