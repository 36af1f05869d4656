import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { retentionDays } from '#app/kernel/retention.ts';
import { countOrganisations } from '#app/domains/groups/get-call.server.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { getMention, listMentions } from '#app/domains/groups/list-mentions.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { linkMention } from '#app/domains/groups/settle-mention.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { database, sweeps, day, sweep, held, type Came } from './mentions.ts';

const close = async (id: string) =>
  await database.owner
    .updateTable('meeting')
    .set({ closed_at: now() })
    .where('id', '=', id)
    .execute();
const writtenBy = async (who: Actor) =>
  (await listMentions(database.db, who)).map((mention) => [mention.written, mention.people]);

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

  it('that look like data of a person are taken, and marked for whoever mends them', async () => {
    const { facilitator } = await held([
      { organizacion: 'Mi vecino Carlos Rodríguez' },
      { organizacion: 'Red de cuidadoras' },
    ]);
    await sweep();
    const mentions = await listMentions(database.db, facilitator);
    const found = mentions.map(({ written, looksPersonal }) => [written, looksPersonal]);
    expect(Object.fromEntries(found)).toEqual({
      'Mi vecino Carlos Rodríguez': true,
      'Red de cuidadoras': false,
    });
    const personal = mentions.find(({ looksPersonal }) => looksPersonal)!;
    expect((await getMention(database.db, facilitator, personal.id)).mention.looksPersonal).toBe(
      true,
    );
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
