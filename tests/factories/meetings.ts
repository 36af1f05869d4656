import { sql } from 'kysely';
import type { Meeting } from '#db/schema.d.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { codeKey, codeOfRegistration } from '#app/domains/registration/match-keys.server.ts';
import { RegistrationForm } from '#app/domains/registration/schema.ts';
import { type RegistrationInput } from '#app/domains/registration/schema.ts';
import { next } from './people.ts';
import type { TestPlan } from './plans.ts';

const hour = 3_600_000;

export type NewMeeting = {
  capacity?: number;
  reserved?: number;
  kind?: Meeting['kind'];
  state?: Meeting['state'];
  startsIn?: number;
  lasts?: number;
  opensIn?: number;
  closesIn?: number;
  offerHours?: number;
  localityCode?: string;
  modality?: Meeting['modality'];
  allocation?: 'llegada' | 'metas' | 'sorteo';
};

/**
 * A published meeting in ten days, with thirty places, whose registration is open; times are hours
 * from now.
 */
export async function newMeeting(
  db: Db,
  plan: TestPlan,
  overrides: NewMeeting = {},
): Promise<{ id: string; startsAt: Date; endsAt: Date }> {
  const id = newId();
  const at = (hours: number) => new Date(now().getTime() + hours * hour);
  const startsIn = overrides.startsIn ?? 240;
  const startsAt = at(startsIn);
  const endsAt = at(startsIn + (overrides.lasts ?? 3));
  const state = overrides.state ?? 'publicado';
  const isFair = overrides.kind === 'feria';
  await db
    .insertInto('meeting')
    .values({
      id,
      plan_id: plan.id,
      kind: overrides.kind ?? 'taller',
      state,
      title: `Taller ${next()}`,
      purpose: 'Mejorar lo escrito con quienes viven el problema.',
      starts_at: startsAt,
      ends_at: endsAt,
      modality: overrides.modality ?? 'presencial',
      venue: 'Salón comunal',
      address: 'Calle 1',
      locality_code: overrides.localityCode ?? null,
      capacity: isFair ? null : (overrides.capacity ?? 30),
      reserved: overrides.reserved ?? 0,
      opens_at: at(overrides.opensIn ?? -24),
      closes_at: at(overrides.closesIn ?? startsIn - 1),
      offer_hours: overrides.offerHours ?? 24,
      allocation: overrides.allocation ?? 'llegada',
      created_at: now(),
      published_at: state === 'borrador' ? null : now(),
      cancelled_at: state === 'cancelado' ? now() : null,
    })
    .execute();
  await db
    .insertInto('meeting_commitment')
    .values({ meeting_id: id, commitment_id: plan.commitments[0]!.id })
    .execute();
  return { id, startsAt, endsAt };
}

/**
 * People who wait for a place of a meeting, each with what they declared (nothing, when it is
 * empty); written as its owner would. Their ids.
 */
export async function newWaiting(
  db: Db,
  meetingId: string,
  people: Record<string, unknown>[],
): Promise<{ id: string; code: string; email: string }[]> {
  const made = people.map((answers, index) => {
    const id = newId();
    const code = codeOfRegistration(id);
    return {
      id,
      code,
      answers,
      email: `espera-${index + 1}-${meetingId.slice(-6)}@prueba.convite`,
    };
  });
  await db
    .insertInto('registration')
    .values(
      made.map(({ id, code, email }, index) => ({
        id,
        meeting_id: meetingId,
        code_key: codeKey(code),
        place: index + 1,
        state: 'en_espera',
        channel: 'web',
        name: `Persona en espera ${index + 1}`,
        email,
        created_at: now(),
      })),
    )
    .execute();
  for (const { id, answers } of made)
    if (Object.keys(answers).length > 0)
      await sql`
        insert into declared.declaration (
          registration_id, meeting_id, declared_at, catalogue, answers
        )
        values (
          ${id}::uuid, ${meetingId}::uuid, ${now()}, '2026-11-01', ${JSON.stringify(answers)}::jsonb
        )
      `.execute(db);
  return made.map(({ id, code, email }) => ({ id, code, email }));
}

/** A registration as the form reads it: name and contact, unless told more. */
export function newForm(overrides: Record<string, unknown> = {}): RegistrationInput {
  const number = next();
  return RegistrationForm.parse({
    nombre: `Persona ${number}`,
    correo: `vecina-${number}@prueba.convite`,
    acepta_inscripcion: 'si',
    apoyo: [],
    cuida: [],
    ...overrides,
  });
}
