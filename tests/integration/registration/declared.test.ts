import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;

describe('what people declare', () => {
  it('is frozen at the act, apart from the registration, and no web request can select it', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await newLocality(database.owner, '05', 'Usme');
    const form = newForm({
      acepta_estadistica: 'si',
      genero: 'mujer',
      anio_nacimiento: '1980',
      localidad: '05',
      wg_ver: 'mucha',
      cuida: ['ninez', 'persona_mayor'],
      etnia: 'prefiero_no_responder',
    });
    const { id: registrationId } = await registerPerson(null, id, form, web);
    await expect(sql`select * from declared.declaration`.execute(database.db)).rejects.toThrow(
      /permission denied/,
    );
    const { rows } = await sql<{
      answers: Record<string, unknown>;
    }>`select answers from declared.declaration where registration_id = ${registrationId}`.execute(
      database.owner,
    );
    expect(rows[0]!.answers).toEqual({
      genero: 'mujer',
      anio_nacimiento: 1980,
      localidad: '05',
      wg_ver: 'mucha',
      cuida: ['ninez', 'persona_mayor'],
      etnia: 'prefiero_no_responder',
      canal: 'web',
    });
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'data'])
      .where('subject_id', '=', registrationId)
      .execute();
    expect(JSON.stringify(audit)).not.toMatch(/mujer|1980|mucha/);
  });

  it('is not kept without that consent, nor when nothing was said', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const silent = await registerPerson(null, id, newForm({ acepta_estadistica: 'si' }), web);
    const without = await registerPerson(null, id, newForm({ genero: 'hombre' }), web);
    const { rows } = await sql`
      select
      from declared.declaration
      where registration_id in (${silent.id}, ${without.id})
    `.execute(database.owner);
    expect(rows).toHaveLength(0);
  });

  it('must be in the catalogue of the day', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await expect(
      registerPerson(null, id, newForm({ acepta_estadistica: 'si', genero: 'marciana' }), web),
    ).rejects.toMatchObject({ errors: { genero: ['choose_one'] } });
    await expect(
      registerPerson(null, id, newForm({ apoyo: ['cohete'] }), web),
    ).rejects.toMatchObject({ errors: { apoyo: ['choose_one'] } });
  });

  it('of somebody under 18 needs a guardian and that the minor was heard', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const year = String(new Date().getUTCFullYear() - 15);
    await expect(
      registerPerson(null, id, newForm({ anio_nacimiento: year }), web),
    ).rejects.toMatchObject({
      errors: {
        acudiente_nombre: ['required'],
        acudiente_contacto: ['required'],
        menor_oido: ['minor_heard_required'],
      },
    });
    const { id: registrationId } = await registerPerson(
      null,
      id,
      newForm({
        anio_nacimiento: year,
        acudiente_nombre: 'Rosa',
        acudiente_contacto: '3001234567',
        menor_oido: 'si',
      }),
      web,
    );
    expect(
      await database.owner
        .selectFrom('registration')
        .select(['is_minor', 'minor_heard'])
        .where('id', '=', registrationId)
        .executeTakeFirst(),
    ).toEqual({ is_minor: true, minor_heard: true });
  });

  it('goes when its consent is withdrawn, and with retention', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, id: registrationId } = await registerPerson(
      null,
      id,
      newForm({ acepta_estadistica: 'si', genero: 'mujer', apoyo: ['lsc'] }),
      web,
    );
    await withdrawConsent(null, code, 'estadistica');
    expect(
      (
        await sql`
          select from declared.declaration where registration_id = ${registrationId}
        `.execute(database.owner)
      ).rows,
    ).toHaveLength(0);
    const kept = await registerPerson(
      null,
      id,
      newForm({ acepta_estadistica: 'si', genero: 'mujer' }),
      web,
    );
    setClockOffset(200 * 86_400_000);
    await sweeps['registration.retention']();
    const row = await database.owner
      .selectFrom('registration')
      .select(['name', 'email', 'email_key', 'purged_at'])
      .where('id', '=', kept.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: '', email: null, email_key: null });
    expect(row.purged_at).not.toBeNull();
    expect(
      (
        await sql`select from declared.declaration where registration_id = ${kept.id}`.execute(
          database.owner,
        )
      ).rows,
    ).toHaveLength(0);
    expect(
      await database.owner
        .selectFrom('audit_entry')
        .select('data')
        .where('action', '=', 'registration.registrations-purged')
        .where('subject_id', '=', id)
        .execute(),
    ).toEqual([{ data: { count: 2, declarations: 1, days: 183 } }]);
  });
});
