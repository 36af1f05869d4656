import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getReach } from '#app/domains/figures/get-reach.server.ts';
import { ReachView } from '#app/domains/figures/ui/reach-view.tsx';
import { annulWalkIn } from '#app/domains/door/annul-walk-in.server.ts';
import { checkIn, undoCheckIn } from '#app/domains/door/check-in.server.ts';
import { DeskAct } from '#app/domains/door/schema.ts';
import { listGoals, recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { getDeskFrame, readDesk } from '#app/domains/door/read-door.server.ts';
import { revokeDevice } from '#app/domains/door/revoke-device.server.ts';
import { DoorApp } from '#app/domains/door/ui/door-app.tsx';
import { DoorDevices, DoorRoster } from '#app/domains/door/ui/door-roster.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle = {
  script: true,
  ns: ['door', 'figures', 'groups', 'meetings', 'minutes'],
  offline: true,
};
export const meta = titleOf;
/** The list has names and contacts: no browser keeps a copy of this page. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

/** With `_lista=no` the page comes without anybody's name: so it may be kept on a device and opened without connection. */
export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { meeting, seesRoster } = await getDeskFrame(visit.db, actor, params['id']);
  const options = await recallOptions(visit.db, visit.locale);
  const desk =
    seesRoster && url.searchParams.get('_lista') !== 'no'
      ? await readDesk(actor, meeting.id)
      : null;
  // Who comes is looked at while there is time to invite; the copy that a device keeps has none of it.
  const isComing =
    desk !== null &&
    meeting.kind !== 'feria' &&
    meeting.state === 'publicado' &&
    meeting.endsAt > now();
  const [reach, goals, choices] = isComing
    ? await Promise.all([
        getReach(visit.db, actor, meeting),
        listGoals(visit.db, meeting),
        recallGoalValues(visit.db, visit.locale),
      ])
    : [null, null, null];
  return {
    hasBegun: meeting.startsAt <= now(),
    coming: goals && choices && { reach, choices, goals: goals.inForce },
    title: visit.t('door')('door.title', { title: meeting.title }),
    meeting: {
      id: meeting.id,
      title: meeting.title,
      lang: meeting.lang,
      startsAt: meeting.startsAt,
      venue: [meeting.venue, meeting.address].filter(Boolean).join(', '),
      isFair: meeting.kind === 'feria',
      isClosed: meeting.closedAt !== null,
      commitments: meeting.commitments.map(({ slug, number, titleEs, titleEn }) => ({
        slug,
        number,
        title: visit.locale === 'en' ? titleEn : titleEs,
      })),
      needs: options.apoyo.map(({ code, label }) => ({ code, label })),
    },
    seesRoster,
    desk: desk && {
      people: desk.people.map(
        ({
          id,
          name,
          email,
          phone,
          state,
          channel,
          needs,
          checkedInAt,
          overCapacity,
          isMinor,
        }) => ({
          id,
          name,
          email,
          phone,
          state,
          channel,
          needs,
          checkedInAt,
          overCapacity,
          isMinor,
        }),
      ),
      devices: desk.devices.map(({ id, name, lastSeenAt, revokedAt }) => ({
        id,
        name,
        lastSeenAt,
        revokedAt,
      })),
    },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const input = parseForm(form, DeskAct);
    const back = (notice: string) =>
      redirectTo(`/facilitacion/talleres/${params['id']}`, { notice });
    if (input.accion === 'llegada') {
      await checkIn(actor, params['id'], input.inscripcion);
      return back('checked_in');
    }
    if (input.accion === 'deshacer') {
      await undoCheckIn(actor, params['id'], input.inscripcion);
      return back('check_in_undone');
    }
    if (input.accion === 'anular') {
      await annulWalkIn(actor, params['id'], input.inscripcion);
      return back('walk_in_annulled');
    }
    await revokeDevice(actor, params['id'], input.equipo);
    return back('device_revoked');
  },
  { form: true },
);

/** The desk of one meeting, on the day: with connection and without. */
export default function MeetingDoor() {
  const { meeting, seesRoster, desk, coming, hasBegun } = useLoaderData<typeof loader>();
  const t = useT('door');
  const ofMeetings = useT('meetings');
  const format = useFormat();
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/facilitacion', label: ofMeetings('desk.title') }]}
        current={t('door.current')}
        title={t('door.heading', { title: meeting.title })}
        lead={t('door.lead')}
        meta={
          <p className="u-mute">
            {[format.date(meeting.startsAt, 'moment'), meeting.venue].filter(Boolean).join(' · ')}
          </p>
        }
      />
      <MeetingNav id={meeting.id} current="door" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {meeting.isClosed ? (
          <Notice>{t('door.closed_roster')}</Notice>
        ) : (
          !seesRoster && <Notice>{t('door.not_yours')}</Notice>
        )}
        {coming && !hasBegun && <ReachView meetingId={meeting.id} {...coming} />}
        <DoorApp meeting={meeting} mayPrepare={desk !== null}>
          {desk && !meeting.isFair && <DoorRoster people={desk.people} needs={meeting.needs} />}
        </DoorApp>
        {coming && hasBegun && <ReachView meetingId={meeting.id} {...coming} />}
        {desk && <DoorDevices devices={desk.devices} />}
      </div>
    </div>
  );
}
