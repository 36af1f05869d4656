import { certain } from '#app/kernel/certain.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { grantRole } from '#app/domains/accounts/grant-role.server.ts';
import { GrantForm } from '#app/domains/accounts/schema.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import { checkIn } from '#app/domains/door/check-in.server.ts';
import { closeMeeting, publishMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { writeTableIdea } from '#app/domains/minutes/edit-table-idea.server.ts';
import { MinutesForm, TableIdeaForm } from '#app/domains/minutes/schema.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { callMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { MeetingForm } from '#app/domains/meetings/schema.ts';
import { RegistrationForm } from '#app/domains/registration/schema.ts';
import { firstNames, meetings, surnames, type MeetingContent } from './content/meetings.ts';
import { minutes } from './content/minutes.ts';
import { readCast } from './accounts.ts';
import { inviteGroups, noteGroups, seedGroups } from './groups.ts';
import type { Ids } from './ideas.ts';
import { at, fraction, momentOf } from './timeline.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** The moment of an hour in Bogotá, so many days from the seeding. */
function momentAt(seededAt: Date, days: number, hours: number): Date {
  const midnight = Math.floor((seededAt.getTime() - 5 * hour) / day) * day + 5 * hour;
  return new Date(midnight + days * day + hours * hour);
}

function formOf(meeting: MeetingContent, seededAt: Date): unknown {
  const starts = momentAt(seededAt, meeting.day, meeting.hour);
  const ends = new Date(starts.getTime() + meeting.lasts * hour);
  const opens = new Date(Math.min(starts.getTime() - 20 * day, seededAt.getTime() - 5 * day));
  return {
    tipo: meeting.kind,
    titulo: meeting.title,
    para_que: meeting.purpose,
    compromisos: meeting.commitments,
    inicia: localMoment(starts),
    termina: localMoment(ends),
    modalidad: meeting.modality ?? 'presencial',
    lugar: meeting.venue,
    direccion: meeting.address,
    localidad: meeting.locality,
    como_llegar: meeting.directions,
    enlace: meeting.modality === 'hibrida' ? 'https://reunion.convite.example/sala' : '',
    cupo: meeting.capacity === null ? '' : String(meeting.capacity),
    reservados: String(meeting.reserved),
    abre: localMoment(opens),
    cierra: localMoment(momentAt(seededAt, meeting.day - 1, 18)),
    idiomas: ['es'],
    accesibilidad: meeting.access,
    accesibilidad_nota: meeting.accessNote,
    materiales: '',
    horas_oferta: '24',
  };
}

/** Of every hundred, 66 women, 27 men and seven of other identities, spread evenly. */
function genderOf(n: number): { gender: string; names: readonly string[] } {
  const turn = (n * 37) % 100;
  if (turn < 65) return { gender: 'mujer', names: firstNames.women };
  if (turn < 66) return { gender: 'mujer_trans', names: firstNames.women };
  if (turn < 93) return { gender: 'hombre', names: firstNames.men };
  return { gender: turn < 98 ? 'no_binaria' : 'otra', names: firstNames.others };
}

/** For whom somebody cares. */
function caredFor(n: number): string[] {
  if (n % 7 === 2) return ['ninez'];
  if (n % 29 === 3) return ['persona_mayor'];
  return n % 5 === 0 ? [] : ['no'];
}

function ethnicityOf(n: number): string {
  if (n % 14 === 6) return 'afro';
  if (n % 33 === 9) return 'indigena';
  return n % 4 === 0 ? '' : 'ninguno';
}

function supportsOf(n: number, hasDisability: boolean): string[] {
  if (hasDisability) return ['rampa'];
  return n % 11 === 3 ? ['cuidado_ninez'] : [];
}

/** Everything that one invented person says when registering; `n` counts all of the story. */
function personOf(n: number, meeting: MeetingContent): Record<string, unknown> {
  const pick = <T>(list: readonly T[], what: string) =>
    certain(list[Math.floor(fraction(`${what}.${n}`) * list.length)]);
  const { gender, names } = genderOf(n);
  // One in three comes from another locality than that of the meeting.
  const locality =
    n % 3 === 0 ? String(1 + (Math.floor(n / 3) % 20)).padStart(2, '0') : meeting.locality;
  const hasDisability = n % 21 === 4;
  const answersShortSet = hasDisability || n % 10 < 7;
  const level = hasDisability ? 'mucha' : 'ninguna';
  return {
    nombre: `${pick(names, 'name')} ${pick(surnames, 'first')} ${pick(surnames, 'second')}`,
    correo: `participante.${n}@demo.convite`,
    acepta_inscripcion: 'si',
    acepta_estadistica: 'si',
    acepta_contacto: n % 2 === 0 ? 'si' : '',
    genero: gender,
    anio_nacimiento: n % 12 === 5 ? '' : String(1948 + Math.floor(fraction(`year.${n}`) * 58)),
    localidad: locality,
    ...(answersShortSet
      ? {
          wg_ver: 'ninguna',
          wg_oir: 'ninguna',
          wg_caminar: level,
          wg_recordar: 'ninguna',
          wg_cuidado: 'ninguna',
          wg_comunicar: 'ninguna',
        }
      : {}),
    cuida: caredFor(n),
    etnia: ethnicityOf(n),
    organizacion_tipo:
      n % 9 < 5
        ? pick(
            [
              'jac',
              'mujeres',
              'copacos',
              'juventud',
              'biciusuarios',
              'discapacidad',
              'ambiental',
              'veeduria',
              'cpl',
            ],
            'organisation',
          )
        : 'ninguna',
    como_supo: pick(['invitacion', 'afiche', 'redes', 'sitio', 'medios'], 'heard'),
    apoyo: supportsOf(n, hasDisability),
  };
}

/**
 * Who came is numbered through the whole story, so that the figures of all who came are those that
 * the plan tells; who did not come follows far behind.
 */
async function registerPeople(
  meeting: MeetingContent,
  meetingId: string,
  from: { came: number; missed: number },
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < meeting.came + meeting.missed; index += 1) {
    const input = RegistrationForm.parse({
      cuida: [],
      apoyo: [],
      ...personOf(index < meeting.came ? from.came + index : from.missed + index, meeting),
    });
    ids.push((await registerPerson(null, meetingId, input, { channel: 'web', locale: 'es' })).id);
  }
  return ids;
}

/**
 * The day of a meeting and what came after: who arrived, what the tables said, the minutes.
 * Whoever ran it has no part in the story any more.
 */
async function holdMeeting(
  seededAt: Date,
  runner: Actor,
  meeting: MeetingContent,
  id: string,
  registered: string[],
): Promise<void> {
  await at(momentAt(seededAt, meeting.day, meeting.hour + 0.2), async () => {
    for (const registrationId of registered.slice(0, meeting.came))
      await checkIn(runner, id, registrationId);
  });
  const left = minutes[meeting.key];
  const ends = meeting.hour + meeting.lasts;
  if (left) {
    await at(momentAt(seededAt, meeting.day, ends - 0.5), async () => {
      for (const idea of left.ideas)
        await writeTableIdea(
          runner,
          id,
          TableIdeaForm.parse({
            mesa: idea.table,
            titulo: idea.title,
            descripcion: idea.description,
            de_acuerdo: String(idea.agreeing),
          }),
        );
    });
    await at(momentAt(seededAt, meeting.day + 1, 10), async () => {
      await saveMinutes(
        runner,
        id,
        MinutesForm.parse({ orden: '', temas: left.topics, acuerdos: left.agreements, cierre: '' }),
      );
      await publishMinutes(runner, id);
    });
  }
  await at(momentAt(seededAt, meeting.day + 1, 11), async () => await closeMeeting(runner, id));
}

/**
 * The story of the meetings: called, published, registered for, held. Coming ones are the
 * facilitator's.
 */
export async function seedMeetings(seededAt: Date, ids: Ids): Promise<void> {
  const people = { came: 0, missed: 1000 };
  const coordinator: Actor = (await readCast())('coordinacion');
  const runner: Actor = {
    ...coordinator,
    grants: [...coordinator.grants, { role: 'facilitacion', scopeKind: null, scopeId: null }],
  };
  const groupIds = await at(momentOf(seededAt, 31), async () => await seedGroups(coordinator));
  for (const [index, meeting] of meetings.entries()) {
    const isPast = meeting.day < 0;
    const calledDaysAgo = isPast ? Math.min(30, 6 - meeting.day) : 8;
    const id = await at(momentOf(seededAt, calledDaysAgo), async () => {
      const called = await callMeeting(coordinator, MeetingForm.parse(formOf(meeting, seededAt)));
      await publishMeeting(coordinator, called.id);
      return called.id;
    });
    ids.set(meeting.key, id);
    if (isPast)
      await at(
        momentOf(seededAt, 1.8 - meeting.day),
        async () => await inviteGroups(coordinator, id, index, groupIds),
      );
    const registeredDaysAgo = isPast ? 1.5 - meeting.day : 2;
    const registered = await at(
      momentOf(seededAt, registeredDaysAgo),
      async () => await registerPeople(meeting, id, people),
    );
    people.came += meeting.came;
    people.missed += meeting.came + meeting.missed;
    if (!isPast && meeting.kind === 'taller')
      await at(
        momentOf(seededAt, 1),
        async () =>
          await grantRole(
            coordinator,
            GrantForm.parse({
              correo: 'facilitadora@demo.convite',
              rol: 'facilitacion',
              alcance: id,
            }),
          ),
      );
    if (isPast) {
      await holdMeeting(seededAt, runner, meeting, id, registered);
      await at(
        momentAt(seededAt, meeting.day + 1, 12),
        async () => await noteGroups(coordinator, id, index, groupIds),
      );
    }
  }
}
