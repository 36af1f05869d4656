import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { listFacilitatorChoices } from '#app/domains/meetings/list-facilitators.server.ts';
import { valuesOfNew } from '#app/domains/meetings/meeting-values.ts';
import { callMeeting, changeMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { StaffedMeetingForm, type FacilitatorsInput } from '#app/domains/meetings/schema.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { asForm, database, plan } from './meeting-forms.ts';

describe('who facilitates a meeting', () => {
  const named = (given: Partial<FacilitatorsInput> = {}): FacilitatorsInput => ({
    ticked: [],
    tickedBefore: [],
    emails: [],
    ...given,
  });
  const holders = async (id: string) =>
    (
      await database.owner
        .selectFrom('role_grant')
        .select(['person_id', 'scope_kind', 'granted_by'])
        .where('scope_id', '=', id)
        .where('role', '=', 'facilitacion')
        .where('revoked_at', 'is', null)
        .orderBy('granted_at')
        .execute()
    ).map((row) => row.person_id);

  it('is named with the meeting, by account or by address, and each given once', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const known = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'commitment', scopeId: plan.commitments[1]!.id }],
    });
    const fresh = await newActor(database.owner);
    const { id } = await callMeeting(
      coordinator,
      asForm(),
      named({ ticked: [known.personId], emails: [fresh.email!, known.email!] }),
    );
    expect((await holders(id)).sort()).toEqual([known.personId, fresh.personId].sort());
    const rows = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'data'])
      .where('action', '=', 'accounts.role-granted')
      .where(sql<boolean>`data->>'scopeId' = ${id}`)
      .execute();
    expect(
      rows.map((row) => [row.actor_id, (row.data as { personId: string }).personId]).sort(),
    ).toEqual(
      [known.personId, fresh.personId].map((personId) => [coordinator.personId, personId]).sort(),
    );
    // Named again, nothing happens twice.
    await changeMeeting(
      coordinator,
      id,
      1,
      asForm(),
      named({
        ticked: [known.personId, fresh.personId],
        tickedBefore: [known.personId, fresh.personId],
        emails: [fresh.email!],
      }),
    );
    expect(await holders(id)).toHaveLength(2);
    const choices = await listFacilitatorChoices(database.db, id);
    expect(choices.own.sort()).toEqual([known.personId, fresh.personId].sort());
    expect(choices.people.map((person) => person.id)).toEqual(
      expect.arrayContaining([known.personId, fresh.personId]),
    );
    expect(
      (
        await getMeetingDraft(
          database.db,
          { ...fresh, grants: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }] },
          id,
        )
      ).facilitators
        .map((person) => person.id)
        .sort(),
    ).toEqual([known.personId, fresh.personId].sort());
  });

  it('is unticked by who saw them, while another that came meanwhile stays', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const [first, second] = [await newActor(database.owner), await newActor(database.owner)];
    const { id } = await callMeeting(coordinator, asForm(), named({ emails: [first.email!] }));
    // The form was drawn with the first alone; another coordinator adds the second.
    await changeMeeting(coordinator, id, 1, asForm(), named({ emails: [second.email!] }));
    await changeMeeting(coordinator, id, 2, asForm(), named({ tickedBefore: [first.personId] }));
    expect(await holders(id)).toEqual([second.personId]);
    const revoked = await database.owner
      .selectFrom('audit_entry')
      .select('data')
      .where('action', '=', 'accounts.role-revoked')
      .where('actor_id', '=', coordinator.personId)
      .execute();
    expect(revoked.map((row) => (row.data as { personId: string }).personId)).toEqual([
      first.personId,
    ]);
  });

  it(
    'without an account or a confirmed address is an error of the field that names it, and ' +
      'nothing is written',
    async () => {
      const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
      const unverified = await newActor(database.owner, { verified: false });
      const before = await database.owner
        .selectFrom('meeting')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      await expect(
        callMeeting(coordinator, asForm(), named({ emails: ['nadie@prueba.convite'] })),
      ).rejects.toMatchObject({
        errors: { facilita_correos: ['facilitator_unknown|which=nadie@prueba.convite'] },
      });
      await expect(
        callMeeting(coordinator, asForm(), named({ emails: [unverified.email!] })),
      ).rejects.toMatchObject({
        errors: { facilita_correos: [`facilitator_unverified|which=${unverified.email!}`] },
      });
      expect(
        await database.owner
          .selectFrom('meeting')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow(),
      ).toEqual(before);
      const typed = StaffedMeetingForm.safeParse({
        ...valuesOfNew(now()),
        titulo: 'Ya',
        facilita: [],
        facilitaba: [],
        compromisos: [],
        accesibilidad: [],
        facilita_correos: 'bien@prueba.convite, mal@@prueba',
      });
      expect(
        typed
          .error!.issues.filter((issue) => issue.path[0] === 'facilita_correos')
          .map((issue) => issue.message),
      ).toEqual(['facilitator_malformed|which=mal@@prueba']);
    },
  );

  it(
    'is changed by who gives roles alone: a facilitator changes the rest, and is not told ' +
      'who has an account',
    async () => {
      const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
      const { id } = await callMeeting(coordinator, asForm());
      const own = await newActor(database.owner, {
        roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
      });
      for (const given of [
        { emails: ['nadie@prueba.convite'] },
        { emails: [coordinator.email!] },
        { tickedBefore: [own.personId] },
      ]) {
        await expect(changeMeeting(own, id, 1, asForm(), named(given))).rejects.toMatchObject({
          kind: 'forbidden',
          reason: 'role_missing',
        });
      }
      await changeMeeting(own, id, 1, asForm({ titulo: 'Lo cambia quien facilita' }));
      expect(await holders(id)).toEqual([own.personId]);
    },
  );
});
