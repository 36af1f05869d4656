import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { retentionDays } from '#app/kernel/retention.ts';
import { countOrganisations } from '#app/domains/groups/get-call.server.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { getMention, listMentions } from '#app/domains/groups/list-mentions.server.ts';
import { mergeOrganisations } from '#app/domains/groups/merge-organisations.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import {
  discardMention,
  linkMention,
  nameMention,
  reopenMention,
} from '#app/domains/groups/settle-mention.server.ts';
import { sweeps as groupsSweeps } from '#app/domains/groups/sweeps.server.ts';
import { sweeps as registrationSweeps } from '#app/domains/registration/sweeps.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newArrival } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const sweeps = { ...registrationSweeps, ...groupsSweeps };
const database = freshDatabase();
const day = 86_400_000;
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.deleteFrom('organisation_mention').execute();
  await database.owner.deleteFrom('organisation').execute();
  plan = await newPlan(database.owner);
});

/** What the worker does, in its own role: no other may read what was declared. */
async function sweep(
  name: 'groups.mentions' | 'registration.retention' = 'groups.mentions',
): Promise<void> {
  await closeDatabase();
  useDatabase(database.url('worker'), 4);
  try {
    await sweeps[name]();
  } finally {
    await closeDatabase();
    useDatabase(database.url('web'), 24);
  }
}

type Came = { organizacion?: string; came?: boolean; statistics?: boolean };
/** A meeting that is over, whose people wrote these groups. */
async function held(
  people: Came[],
  closed = true,
): Promise<{
  id: string;
  facilitator: Actor & { personId: string };
  codes: string[];
  ids: string[];
}> {
  const { id } = await newMeeting(database.owner, plan, { capacity: 50 });
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const [codes, ids]: [string[], string[]] = [[], []];
  for (const { organizacion, came = true, statistics = true } of people) {
    const one = await registerPerson(
      null,
      id,
      newForm({ organizacion: organizacion ?? '', acepta_estadistica: statistics ? 'si' : '' }),
      { channel: 'web', locale: 'es' },
    );
    if (came) await newArrival(database.owner, id, one.id);
    codes.push(one.code);
    ids.push(one.id);
  }
  await database.owner
    .updateTable('meeting')
    .set({
      starts_at: new Date(Date.now() - 5 * 3_600_000),
      ends_at: new Date(Date.now() - 3_600_000),
      opens_at: new Date(Date.now() - 2 * day),
      closes_at: new Date(Date.now() - 6 * 3_600_000),
      ...(closed ? { closed_at: now() } : {}),
    })
    .where('id', '=', id)
    .execute();
  return { id, facilitator, codes, ids };
}
const close = async (id: string) =>
  await database.owner
    .updateTable('meeting')
    .set({ closed_at: now() })
    .where('id', '=', id)
    .execute();
const writtenBy = async (who: Actor) =>
  (await listMentions(database.db, who)).map((mention) => [mention.written, mention.people]);
const fields = (name: string) => ({
  id: undefined,
  name,
  kind: 'ambiental',
  localityCode: null,
  contact: '',
});

describe('names of groups that people wrote', () => {
  it(
    'are gathered once their meeting is closed, of those who came, without the people and ' +
      'without small counts',
    async () => {
      const people: Came[] = [
        ...[
          'Biciusuarios de Usme',
          'biciusuarios de usme',
          'Biciusuarios de Usme',
          'BICIUSUARIOS DE USME',
          'Biciusuarios de Usme',
        ].map((organizacion) => ({ organizacion })),
        { organizacion: 'Red de cuidadoras' },
        { organizacion: 'Ninguna' },
        { organizacion: 'Colectivo ausente', came: false },
        { organizacion: 'Colectivo callado', statistics: false },
        {},
      ];
      const { id, facilitator, ids } = await held(people, false);
      await sweep();
      expect(await writtenBy(facilitator)).toEqual([]);
      await close(id);
      await sweep();
      expect(await writtenBy(facilitator)).toEqual([
        ['Biciusuarios de Usme', 5],
        ['Red de cuidadoras', null],
      ]);
      // Neither the table nor the audit says who, nor does the audit say what.
      const rows = JSON.stringify(
        await database.owner
          .selectFrom('organisation_mention')
          .selectAll()
          .where('meeting_id', '=', id)
          .execute(),
      );
      const audit = await database.owner
        .selectFrom('audit_entry')
        .select(['action', 'actor_kind', 'data'])
        .where('action', '=', 'groups.mentions-gathered')
        .where('subject_id', '=', id)
        .execute();
      expect(ids.filter((each) => rows.includes(each))).toEqual([]);
      expect(audit).toEqual([
        { action: 'groups.mentions-gathered', actor_kind: 'system', data: { names: 2 } },
      ]);
      // Nothing changed: nothing is read again.
      await sweep();
      expect(
        await database.owner
          .selectFrom('audit_entry')
          .select('action')
          .where('action', '=', 'groups.mentions-gathered')
          .where('subject_id', '=', id)
          .execute(),
      ).toHaveLength(1);
    },
  );

  it('can be gathered by the worker’s role alone', async () => {
    await held([{ organizacion: 'Red de cuidadoras' }]);
    await expect(sweeps['groups.mentions']()).rejects.toThrow(/permission denied/);
    expect(await database.owner.selectFrom('organisation_mention').select('id').execute()).toEqual(
      [],
    );
  });

  it('are gathered again when somebody withdrew, or a device hands over who came after all', async () => {
    const { id, facilitator, codes, ids } = await held(
      [
        { organizacion: 'Red de cuidadoras' },
        { organizacion: 'Veeduría del río', came: false },
        { organizacion: 'Observatorio sur' },
      ],
      false,
    );
    const { equipo } = await enrolDevice(facilitator, id, 'Tableta');
    await close(id);
    await sweep();
    const group = await newGroup(database.owner);
    const red = (await listMentions(database.db, facilitator)).find(
      (mention) => mention.written === 'Red de cuidadoras',
    )!;
    await linkMention(facilitator, red.id, group.id);
    await receiveRecords(facilitator, id, equipo, [
      {
        id: newId(),
        kind: 'llegada',
        made_at: new Date().toISOString(),
        payload: { inscripcion: ids[1]! },
      },
    ]);
    await withdrawConsent(null, codes[2]!, 'estadistica');
    await sweep();
    expect((await writtenBy(facilitator)).map(([written]) => written).sort()).toEqual([
      'Red de cuidadoras',
      'Veeduría del río',
    ]);
    // What a person said of a name stays while anybody wrote it.
    expect((await getMention(database.db, facilitator, red.id)).mention.organisation).toEqual(
      group,
    );
    await withdrawConsent(null, codes[0]!, 'estadistica');
    await sweep();
    expect(await writtenBy(facilitator)).toEqual([['Veeduría del río', null]]);
  });

  it('that nobody linked go with what was declared; groups that took part still did', async () => {
    const { facilitator } = await held([
      { organizacion: 'Red de cuidadoras' },
      { organizacion: 'Barrio La Paz' },
    ]);
    await sweep();
    const group = await newGroup(database.owner);
    await linkMention(
      facilitator,
      (await listMentions(database.db, facilitator)).find(
        (mention) => mention.written === 'Red de cuidadoras',
      )!.id,
      group.id,
    );
    setClockOffset((retentionDays + 2) * day);
    await sweep('registration.retention');
    await sweep();
    expect(
      await database.owner
        .selectFrom('organisation_mention')
        .select(['written', 'organisation_id'])
        .execute(),
    ).toEqual([{ written: 'Red de cuidadoras', organisation_id: group.id }]);
    expect((await countOrganisations(database.db)).tookPart).toBe(1);
  });
});

describe('a person says which group a name is', () => {
  it('one of the catalogue, a new one or none, and each group counts once; nothing is linked by itself', async () => {
    const one = await held([
      { organizacion: 'Biciusuarios de Usme' },
      { organizacion: 'Guardianes del humedal' },
      { organizacion: 'Barrio La Paz' },
    ]);
    const other = await held([
      { organizacion: 'biciusuarios de usme' },
      { organizacion: 'Bici usuarios Usme' },
    ]);
    const known = await newGroup(database.owner, { name: 'Biciusuarios de Usme' });
    await newGroup(database.owner, { name: 'Junta de Santa Librada' });
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await sweep();
    expect(await countOrganisations(database.db)).toEqual({ known: 2, invited: 0, tookPart: 0 });
    const idOf = async (meetingId: string, written: string) =>
      (await listMentions(database.db, coordinator)).find(
        (mention) => mention.meetingId === meetingId && mention.written === written,
      )!.id;
    expect(
      (await getMention(database.db, one.facilitator, await idOf(one.id, 'Biciusuarios de Usme')))
        .likely,
    ).toEqual([known.id]);
    await linkMention(one.facilitator, await idOf(one.id, 'Biciusuarios de Usme'), known.id);
    await linkMention(other.facilitator, await idOf(other.id, 'biciusuarios de usme'), known.id);
    await nameMention(
      one.facilitator,
      await idOf(one.id, 'Guardianes del humedal'),
      fields('Guardianes del humedal'),
    );
    await discardMention(one.facilitator, await idOf(one.id, 'Barrio La Paz'));
    expect(await countOrganisations(database.db)).toEqual({ known: 3, invited: 0, tookPart: 2 });
    const open = await idOf(other.id, 'Bici usuarios Usme');
    expect((await getMention(database.db, other.facilitator, open)).likely).toEqual([known.id]);
    await nameMention(other.facilitator, open, fields('Bici usuarios Usme'));
    expect((await countOrganisations(database.db)).tookPart).toBe(3);
    // Two groups turn out to be one: their names follow.
    const double = (await getMention(database.db, other.facilitator, open)).mention.organisation!;
    await mergeOrganisations(coordinator, { stays: known.id, goes: double.id });
    expect([
      (await countOrganisations(database.db)).tookPart,
      (await getMention(database.db, other.facilitator, open)).mention.organisation!.id,
    ]).toEqual([2, known.id]);
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select('data')
      .where('action', '=', 'groups.mention-settled')
      .where('subject_id', 'in', [one.id, other.id])
      .execute();
    expect(audit).toHaveLength(5);
    expect(JSON.stringify(audit)).not.toMatch(/usme|humedal|paz/i);
  });

  it('once, and takes it back', async () => {
    const { facilitator } = await held([{ organizacion: 'Red de cuidadoras' }]);
    await sweep();
    const [mention] = await listMentions(database.db, facilitator);
    const group = await newGroup(database.owner);
    const tries = await Promise.allSettled([
      linkMention(facilitator, mention!.id, group.id),
      discardMention(facilitator, mention!.id),
    ]);
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { reason: 'mention_settled' },
    });
    await reopenMention(facilitator, mention!.id);
    expect(await listMentions(database.db, facilitator)).toMatchObject([
      { organisation: null, isDiscarded: false },
    ]);
    await expect(linkMention(facilitator, mention!.id, newId())).rejects.toMatchObject({
      errors: { organizacion: ['value_unknown'] },
    });
    await newGroup(database.owner, { name: 'Red de cuidadoras' });
    await expect(
      nameMention(facilitator, mention!.id, fields('Red de Cuidadoras')),
    ).rejects.toMatchObject({ errors: { nombre: ['organisation_exists'] } });
    expect(
      (await getMention(database.db, facilitator, mention!.id)).mention.organisation,
    ).toBeNull();
  });

  it('who runs the meeting: to facilitators of others the name does not exist', async () => {
    const { facilitator } = await held([{ organizacion: 'Red de cuidadoras' }]);
    const { facilitator: stranger } = await held([]);
    await sweep();
    const [mention] = await listMentions(database.db, facilitator);
    const member = await newActor(database.owner, {
      roles: [{ role: 'circulo', scopeKind: 'sector', scopeId: 'civil' }],
    });
    expect([
      await listMentions(database.db, stranger),
      await listMentions(database.db, member),
    ]).toEqual([[], []]);
    for (const act of [
      () => getMention(database.db, stranger, mention!.id),
      () => discardMention(stranger, mention!.id),
      () => linkMention(stranger, mention!.id, newId()),
    ])
      await expect(act()).rejects.toMatchObject({ kind: 'not-found' });
    await expect(discardMention(member, mention!.id)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
