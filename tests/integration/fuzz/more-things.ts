import type { Actor } from '#app/kernel/actor.ts';
import { issueLink } from '#app/domains/accounts/mail-person.server.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { addMeetingFile } from '#app/domains/minutes/add-meeting-file.server.ts';
import { fileAppeal } from '#app/domains/moderation/file-appeal.server.ts';
import { codeKey } from '#app/domains/registration/match-keys.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { uploadList } from '#app/domains/registration/upload-list.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newForm } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import type { TestDatabase } from '#tests/integration/database.ts';

type Person = Actor & { personId: string };
type Given = {
  citizen: Person;
  facilitator: Person;
  /** The token of the facilitator's session: a list belongs to it. */
  session: string;
  /** A meeting that takes registrations, and one that was held. */
  meeting: string;
  held: string;
  commitmentId: string;
};

/** Rows of a list of registrations, of people who are not there yet. */
export const listOf = (n: number) =>
  Buffer.from(
    `nombre;correo;acepta;localidad\nAna Lista;lista-${n}@prueba.convite;si;Santa Fe\n` +
      `Luz Lista;luz-${n}@prueba.convite;si;\n`,
  );

let photo: Buffer | undefined;
/** A photo as phones take them, small: the same one each time. */
export const aPhoto = async () => (photo ??= await newPhoto({ width: 96, height: 64 }));

/** What only some forms need: a photo, a device, a list, links, an idea to appeal for and one appealed. */
export async function newThings({ owner }: TestDatabase, given: Given) {
  const { citizen, facilitator, session, meeting, held, commitmentId } = given;
  const refused = async () =>
    (await newIdea(owner, { commitmentId, authorId: citizen.personId, state: 'rechazada' })).id;
  const appealed = await refused();
  await fileAppeal(citizen, {
    kind: 'idea',
    id: appealed,
    text: 'No es lo que la razón dice.',
  });
  const { id: appeal } = await owner
    .selectFrom('appeal')
    .select('id')
    .where('idea_id', '=', appealed)
    .executeTakeFirstOrThrow();
  const { id: file } = await addMeetingFile(facilitator, held, {
    name: 'foto.jpg',
    bytes: await aPhoto(),
    description: 'Personas alrededor de una mesa.',
  });
  const { code } = await registerPerson(null, meeting, newForm(), { channel: 'web', locale: 'es' });
  const { id: registration } = await owner
    .selectFrom('registration')
    .select('id')
    .where('code_key', '=', codeKey(code))
    .executeTakeFirstOrThrow();
  const tokens: string[] = [];
  for (const purpose of ['verify', 'recover', 'sign_in'] as const) {
    const { personId } = await newActor(owner);
    const link = await owner
      .transaction()
      .execute(async (tx) => await issueLink(tx, { personId, purpose }));
    tokens.push(link.split('/').at(-1) ?? '');
  }
  return {
    appealable: await refused(),
    appeal,
    file,
    registration,
    tokens,
    device: (await enrolDevice(facilitator, meeting, 'Tableta')).equipo,
    list: await uploadList(
      facilitator,
      { meetingId: meeting, listId: undefined, session },
      listOf(0),
    ),
    grantee: (await newActor(owner)).email ?? '',
    photo: await aPhoto(),
  };
}
