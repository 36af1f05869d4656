import { describe, expect, it } from 'vitest';
import { countOrganisations } from '#app/domains/groups/get-call.server.ts';
import { getMention, listMentions } from '#app/domains/groups/list-mentions.server.ts';
import { mergeOrganisations } from '#app/domains/groups/merge-organisations.server.ts';
import {
  discardMention,
  linkMention,
  nameMention,
  reopenMention,
} from '#app/domains/groups/settle-mention.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, sweep, held } from './mentions.ts';

const fields = (name: string) => ({
  id: undefined,
  name,
  kind: 'ambiental',
  localityCode: null,
  contact: '',
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
