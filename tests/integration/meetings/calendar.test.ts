import { expect, it } from 'vitest';
import { octetsOfLine, unfoldLines } from '#app/domains/meetings/calendar-lines.ts';
import { composeCalendar } from '#app/domains/meetings/compose-calendar.server.ts';
import { cancelMeeting, publishMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { getMeeting, listMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import { callMeeting, changeMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { asForm, database } from './meeting-forms.ts';

const valueOf = (calendar: string, name: string) =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(unfoldLines(calendar).replaceAll('\r', ''))?.[1];

const calendarOf = async (id: string) =>
  composeCalendar([await getMeeting(database.db, null, id)], 'Encuentros');

it('a calendar that holds a meeting is told by a higher number that it changed or was cancelled', async () => {
  const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
  const { id } = await callMeeting(coordinator, asForm());
  await publishMeeting(coordinator, id);
  const called = await calendarOf(id);
  expect(valueOf(called, 'STATUS')).toBe('CONFIRMED');
  const { meeting } = await getMeetingDraft(database.db, coordinator, id);
  await changeMeeting(coordinator, id, meeting.version, asForm({ direccion: 'Carrera 9' }));
  const changed = await calendarOf(id);
  await cancelMeeting(coordinator, id, 'El salón se inundó esta semana.');
  const cancelled = await calendarOf(id);
  expect(valueOf(cancelled, 'STATUS')).toBe('CANCELLED');
  expect(valueOf(cancelled, 'UID')).toBe(valueOf(called, 'UID'));
  const numbers = [called, changed, cancelled].map((each) => Number(valueOf(each, 'SEQUENCE')));
  expect(numbers[1]).toBeGreaterThan(numbers[0]!);
  expect(numbers[2]).toBeGreaterThan(numbers[1]!);
  // Who follows the feed of all learns it too.
  const { items } = await listMeetings(database.db, {}, { order: 'coming' });
  expect(items.map((item) => [item.id, item.version])).toContainEqual([id, numbers[2]]);
});

it('no line of a calendar is longer than 75 octets, whatever letters a meeting is written in', async () => {
  const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
  const titulo = `Niñas y niños en la montaña 🌄 ${'ñ'.repeat(80)}`;
  const { id } = await callMeeting(
    coordinator,
    asForm({
      titulo,
      para_que: '¡Mañana, compañía! 🚌'.repeat(30),
      lugar: 'Peña Ñoña '.repeat(10),
    }),
  );
  await publishMeeting(coordinator, id);
  const text = composeCalendar([await getMeeting(database.db, null, id)], titulo);
  for (const calendar of [text, composeCalendar([], titulo)])
    for (const line of calendar.split('\r\n'))
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(octetsOfLine);
  expect(valueOf(text, 'SUMMARY')).toBe(titulo);
  expect(valueOf(text, 'X-WR-CALNAME')).toBe(titulo);
});
