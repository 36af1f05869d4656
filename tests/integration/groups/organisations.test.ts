import { describe, expect, it } from 'vitest';
import type { OrganisationInput } from '#app/domains/groups/schema.ts';
import {
  countOrganisations,
  getCall,
  listOrganisations,
} from '#app/domains/groups/get-call.server.ts';
import { inviteGroup, noteInvitation } from '#app/domains/groups/invite-group.server.ts';
import { mergeOrganisations } from '#app/domains/groups/merge-organisations.server.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, plan, member } from './calls.ts';

const group = (name: string, more: Partial<OrganisationInput> = {}): OrganisationInput => ({
  id: undefined,
  name,
  kind: 'jac',
  localityCode: '05',
  contact: '',
  ...more,
});

describe('the catalogue of groups', () => {
  it('grows with members of the Circle, who change and merge nothing', async () => {
    const circle = await member();
    const { id } = await saveOrganisation(circle, group('Junta de Santa Librada'));
    await expect(saveOrganisation(circle, group('Otro nombre', { id }))).rejects.toMatchObject({
      reason: 'role_missing',
    });
    await expect(
      saveOrganisation(
        await newActor(database.owner, { roles: ['moderacion'] }),
        group('Junta ajena'),
      ),
    ).rejects.toMatchObject({ reason: 'role_missing' });
    const other = await newGroup(database.owner);
    await expect(mergeOrganisations(circle, { stays: id, goes: other.id })).rejects.toMatchObject({
      reason: 'role_missing',
    });
    await saveOrganisation(
      await newActor(database.owner, { roles: ['facilitacion'] }),
      group('Junta Santa Librada Norte', { id, contact: 'junta@prueba.convite' }),
    );
    expect(await listOrganisations(database.db, 'libráda')).toMatchObject([
      {
        id,
        name: 'Junta Santa Librada Norte',
        contact: 'junta@prueba.convite',
        locality: { code: '05' },
      },
    ]);
  });

  it('has each name once in a place, however it is written', async () => {
    const circle = await member();
    await saveOrganisation(circle, group('Junta El Uval'));
    await expect(
      saveOrganisation(circle, group('JUNTA  el Úval'.replace('  ', ' '))),
    ).rejects.toMatchObject({ errors: { nombre: ['organisation_exists'] } });
    await saveOrganisation(circle, group('Junta El Uval', { localityCode: '04' }));
    await expect(
      saveOrganisation(circle, group('Otra', { kind: 'prefiero_no_responder' })),
    ).rejects.toMatchObject({ errors: { organizacion_tipo: ['choose_one'] } });
  });

  it(
    'counts groups that took part once, also when two of them were one and were invited to ' +
      'the same meeting',
    async () => {
      const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
      const { id } = await newMeeting(database.owner, plan, {
        startsIn: -2,
        lasts: 5,
        closesIn: -1,
        opensIn: -48,
      });
      const { id: second } = await newMeeting(database.owner, plan);
      const [one, same, third] = [
        await newGroup(database.owner, { name: 'Mujeres del sur' }),
        await newGroup(database.owner, { name: 'Colectiva mujeres del sur' }),
        await newGroup(database.owner),
      ];
      for (const organisationId of [one.id, same.id, third.id])
        await inviteGroup(coordinator, id, { organisationId, channel: 'visita' });
      await inviteGroup(coordinator, second, { organisationId: same.id, channel: 'correo' });
      await noteInvitation(coordinator, id, {
        organisationId: one.id,
        answer: 'viene',
        announced: 8,
        came: 4,
      });
      await noteInvitation(coordinator, id, {
        organisationId: same.id,
        answer: 'viene',
        announced: 6,
        came: 5,
      });
      expect(await countOrganisations(database.db)).toEqual({ known: 3, invited: 3, tookPart: 2 });
      await mergeOrganisations(coordinator, { stays: one.id, goes: same.id });
      expect(await countOrganisations(database.db)).toEqual({ known: 2, invited: 2, tookPart: 1 });
      const { invitations } = await getCall(database.db, coordinator, id);
      expect(invitations.find((invitation) => invitation.organisation.id === one.id)).toMatchObject(
        {
          announced: 8,
          came: 5,
        },
      );
      expect(
        (await getCall(database.db, coordinator, second)).invitations.map(
          (invitation) => invitation.organisation.id,
        ),
      ).toEqual([one.id]);
      await expect(
        mergeOrganisations(coordinator, { stays: third.id, goes: same.id }),
      ).rejects.toMatchObject({ reason: 'organisation_merged' });
      // Merged again, what was merged before follows: no chain.
      await mergeOrganisations(coordinator, { stays: third.id, goes: one.id });
      expect(
        (
          await database.owner
            .selectFrom('organisation')
            .select('merged_into')
            .where('id', '=', same.id)
            .executeTakeFirst()
        )?.merged_into,
      ).toBe(third.id);
    },
  );

  it('merges two groups into each other at once only one way', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const [one, other] = [await newGroup(database.owner), await newGroup(database.owner)];
    const both = await Promise.allSettled([
      mergeOrganisations(coordinator, { stays: one.id, goes: other.id }),
      mergeOrganisations(coordinator, { stays: other.id, goes: one.id }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listOrganisations(database.db)).toHaveLength(1);
  });
});
