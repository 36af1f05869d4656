import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { annulWalkIn } from '#app/domains/door/annul-walk-in.server.ts';
import { checkIn, undoCheckIn } from '#app/domains/door/check-in.server.ts';
import { doorMeetingOf } from '#app/domains/door/rules.ts';
import { DoorAct } from '#app/domains/door/schema.ts';
import { getDoorFrame, getDoorList } from '#app/domains/door/get-door.server.ts';
import { revokeDevice } from '#app/domains/door/revoke-device.server.ts';
import { DoorApp } from '#app/domains/door/ui/door-app.tsx';
import { DoorDevices } from '#app/domains/door/ui/door-devices.tsx';
import { DoorRoster } from '#app/domains/door/ui/door-roster.tsx';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const handle = {
  script: true,
  ns: ['door', 'fields'],
  offline: true,
};
export const meta = titleOf;
/** The list has names and contacts: no browser keeps a copy of this page. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

/**
 * With `_lista=no` the page comes without anybody's name: so it may be kept on a device and opened
 * without connection.
 */
export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { meeting, seesRoster } = await getDoorFrame(visit.db, actor, params['id']);
  const options = await recallOptions(visit.db, visit.locale);
  const localities = (await recallLocalities(visit.db)).map(({ code, name }) => {
    return { value: code, label: name };
  });
  const list =
    seesRoster && url.searchParams.get('_lista') !== 'no'
      ? await getDoorList(actor, meeting.id)
      : null;
  return {
    title: visit.t('door')('door.title', { title: meeting.title }),
    meeting: {
      ...doorMeetingOf(meeting, { options, localities }, visit.locale),
      title: meeting.title,
      lang: meeting.lang,
      startsAt: meeting.startsAt,
      venue: [meeting.venue, meeting.address].filter(Boolean).join(', '),
      isClosed: meeting.closedAt !== null,
    },
    seesRoster,
    list: list && { people: list.people, devices: list.devices },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const meetingId = params['id'];
    const input = parseForm(form, DoorAct);
    const back = (notice: string) => redirectTo(`/facilitacion/talleres/${meetingId}`, { notice });
    if (input.act === 'llegada') {
      await checkIn(actor, meetingId, input.registrationId);
      return back('checked_in');
    }
    if (input.act === 'deshacer') {
      await undoCheckIn(actor, meetingId, input.registrationId);
      return back('check_in_undone');
    }
    if (input.act === 'anular') {
      await annulWalkIn(actor, meetingId, input.registrationId);
      return back('walk_in_annulled');
    }
    await revokeDevice(actor, meetingId, input.deviceId);
    return back('device_revoked');
  },
  { form: true },
);

/** The door of one meeting, on the day: with connection and without. */
export default function MeetingDoor() {
  const { meeting, seesRoster, list } = useLoaderData<typeof loader>();
  const t = useT('door');
  const format = useFormat();
  const form = useFormState();
  return (
    <>
      <div className="deskbar">
        <div className="l-wrap deskbar__in">
          <h1>{t('door.heading', { title: meeting.title })}</h1>
          <p className="u-mute">
            {[format.date(meeting.startsAt, 'moment'), meeting.venue].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <div className="l-wrap">
        <div className="l-stack">
          <FormMessages form={form} />
          {meeting.isClosed ? (
            <Notice>{t('door.closed_roster')}</Notice>
          ) : (
            !seesRoster && <Notice>{t('door.not_yours')}</Notice>
          )}
          <DoorApp meeting={meeting} mayPrepare={list !== null}>
            {list && !meeting.isFair && <DoorRoster people={list.people} needs={meeting.needs} />}
          </DoorApp>
          {list && (
            <p>
              <a href={`/facilitacion/talleres/${meeting.id}/lista`}>{t('door.paper')}</a>
            </p>
          )}
          {list && <DoorDevices devices={list.devices} />}
          <p className="u-small u-mute">{t('door.lead')}</p>
        </div>
        <MeetingNav id={meeting.id} current="door" />
      </div>
    </>
  );
}
