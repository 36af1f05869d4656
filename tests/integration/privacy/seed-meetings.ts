import { certain } from '#app/kernel/certain.ts';
import { newId } from '#app/kernel/ids.ts';
import { passCookie, passValue } from '#app/domains/registration/open-personal.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newTableIdea } from '#tests/factories/minutes.ts';
import { newLocality, type TestPlan } from '#tests/factories/plans.ts';
import { secrets, canary, mail } from './canary.ts';
import { type People } from './seed-people.ts';

/** A meeting to come with people registered, and one that was, whose minutes are not published. */
export async function seedMeetings(db: Db, plan: TestPlan, people: People) {
  const [coming, past, draft] = [
    await newMeeting(db, plan, { modality: 'hibrida' }),
    await newMeeting(db, plan, { startsIn: -30, opensIn: -90, closesIn: -31 }),
    await newMeeting(db, plan, { state: 'borrador' }),
  ];
  await db
    .updateTable('meeting')
    .set({ online_url: `https://${canary('meeting.onlineUrl')}.example` })
    .where('id', '=', coming.id)
    .execute();
  await db
    .updateTable('meeting')
    .set({ title: canary('meeting.draftTitle') })
    .where('id', '=', draft.id)
    .execute();
  await db
    .insertInto('meeting_proposal')
    .values({
      id: newId(),
      author_id: people.facilitator.personId,
      content: JSON.stringify({ titulo: canary('meeting.proposedTitle') }),
      state: 'enviada',
      note: canary('meeting.proposalNote'),
      created_at: now(),
      updated_at: now(),
    })
    .execute();
  for (const [person, meeting] of [
    [people.facilitator, coming],
    [people.facilitator, past],
    [people.facilitatorElsewhere, await newMeeting(db, plan)],
  ] as const)
    await db
      .insertInto('role_grant')
      .values({
        id: newId(),
        person_id: person.personId,
        role: 'facilitacion',
        scope_kind: 'meeting',
        scope_id: meeting.id,
        starts_at: new Date(now().getTime() - 60_000),
        granted_at: now(),
      })
      .execute();
  return { coming: coming.id, past: past.id, draft: draft.id };
}

/** Two people without an account who register, one with an address and one with a phone alone. */
export async function seedRegistration(db: Db, meeting: string, past: string) {
  await newLocality(db);
  const filled = {
    nombre: canary('registration.name'),
    correo: mail('registration.email'),
    telefono: canary('registration.phone', '3019990071'),
    documento_tipo: 'cc',
    documento: canary('registration.document', '79990071'),
    apoyo: ['lsc', 'otro'],
    apoyo_otro: canary('registration.needOther'),
    acepta_estadistica: 'si',
    genero: 'otra',
    genero_otra: canary('declared.genderOther'),
    anio_nacimiento: '1971',
    organizacion: canary('declared.organisation'),
    organizacion_tipo: 'jac',
  };
  const web = { channel: 'web', locale: 'es' } as const;
  const { code, opened } = await registerPerson(null, meeting, newForm(filled), web);
  const { id } = await db
    .selectFrom('registration')
    .select('id')
    .where('meeting_id', '=', meeting)
    .executeTakeFirstOrThrow();
  secrets['registration.code'] = code;
  await db
    .updateTable('registration')
    .set({
      guardian_name: canary('registration.guardianName'),
      guardian_contact: canary('registration.guardianContact'),
      is_minor: true,
      minor_heard: true,
    })
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('registration_need')
    .set({ answer: canary('registration.needAnswer'), state: 'previsto', answered_at: now() })
    .where('registration_id', '=', id)
    .execute();
  const mentionId = newId();
  await db
    .insertInto('organisation_mention')
    .values({
      id: mentionId,
      meeting_id: past,
      name: canary('mention.name'),
      written: canary('mention.written'),
      people: 1,
      gathered_at: now(),
    })
    .execute();
  // Without an address a word that only the person holds stands for the mailed link.
  const phoned = await registerPerson(
    null,
    meeting,
    newForm({ nombre: canary('phoned.name'), correo: '', telefono: '3019990072' }),
    web,
  );
  // Who cannot be mailed is called: what is to be said holds an answer.
  await db
    .insertInto('registration_call')
    .values((eb) => ({
      id: newId(),
      registration_id: eb.selectFrom('registration').select('id').where('phone', '=', '3019990072'),
      about: 'need_answered',
      subject: 'need',
      note: canary('call.note'),
      due_at: now(),
      created_at: now(),
    }))
    .execute();
  secrets['phoned.code'] = phoned.code;
  secrets['phoned.word'] = certain(phoned.opened?.word);
  const cookie = (given: typeof opened) => {
    const value = passValue(certain(given));
    return `${passCookie}=${value}`;
  };
  return {
    codes: [code, phoned.code],
    mentionId,
    byLink: cookie(opened),
    byWord: cookie(phoned.opened),
  };
}

/** What was written down at a meeting and is not published. */
export async function seedRoom(db: Db, meeting: string, people: People) {
  await db
    .insertInto('meeting_minutes')
    .values({
      meeting_id: meeting,
      version: 1,
      state: 'borrador',
      agenda: canary('minutes.agenda'),
      topics: canary('minutes.topics'),
      agreements: canary('minutes.agreements'),
      closing: canary('minutes.closing'),
      written_at: now(),
      written_by: people.facilitator.personId,
    })
    .execute();
  await db
    .insertInto('meeting_note')
    .values({
      id: newId(),
      meeting_id: meeting,
      body: canary('meeting.note'),
      written_at: now(),
      written_by: people.facilitator.personId,
    })
    .execute();
  await newTableIdea(db, meeting, { title: canary('table.title'), table: canary('table.name') });
  const bytes = Buffer.from(canary('file.bytes'));
  const sha256 = 'a'.repeat(64);
  await db
    .insertInto('file')
    .values({ sha256, size: bytes.length, type: 'application/pdf', created_at: now() })
    .execute();
  await db.insertInto('file_chunk').values({ sha256, position: 0, bytes }).execute();
  const fileId = newId();
  await db
    .insertInto('meeting_file')
    .values({
      id: fileId,
      meeting_id: meeting,
      kind: 'foto',
      name: `${canary('photo.name')}.png`,
      description: canary('photo.description'),
      sha256,
      added_at: now(),
      added_by: people.facilitator.personId,
    })
    .execute();
  await db
    .insertInto('door_device')
    .values({
      id: newId(),
      meeting_id: meeting,
      person_id: people.facilitator.personId,
      name: canary('device.name'),
      created_at: now(),
      last_seen_at: now(),
    })
    .execute();
  const group = await newGroup(db, { contact: canary('group.contact') });
  return { fileId, groupId: group.id };
}
