import { describe, expect, it } from 'vitest';
import { listProposals } from '#app/domains/meetings/list-proposals.server.ts';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { publishMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { warningsOf } from '#app/domains/meetings/preparation.rules.ts';
import { saveProposal } from '#app/domains/meetings/save-proposal.server.ts';
import { acceptProposal, returnProposal } from '#app/domains/meetings/settle-proposal.server.ts';
import { startMeeting } from '#app/domains/meetings/start-meeting.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { asForm, database, plan } from './meeting-forms.ts';

const nobody = { ticked: [], tickedBefore: [], emails: [] };
const blank = { titulo: 'Cruces seguros', lugar: '', compromisos: ['uno', 'dos'] };

async function people() {
  const elsewhere = await newMeeting(database.owner, plan);
  return {
    author: await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: elsewhere.id }],
    }),
    other: await newActor(database.owner, { roles: ['facilitacion'] }),
    coordinator: await newActor(database.owner, { roles: ['coordinacion'] }),
    citizen: await newActor(database.owner),
  };
}

describe('a meeting that who facilitates proposes', () => {
  it('is kept with its blanks for its author alone, until it is sent; then coordination reads it', async () => {
    const { author, other, coordinator, citizen } = await people();
    const given = { id: null, values: blank, send: false };
    await expect(saveProposal(citizen, given)).rejects.toMatchObject({ kind: 'forbidden' });
    const { id } = await saveProposal(author, given);
    const listed = async (actor: typeof author) =>
      (await listProposals(database.db, actor)).map(({ title, state }) => [title, state]);
    expect(await listed(author)).toEqual([['Cruces seguros', 'guardada']]);
    expect(await listed(coordinator)).toEqual([]);
    const open = async (actor: typeof author) =>
      await startMeeting(database.db, actor, { proposal: id, copy: null, commitment: null });
    expect((await open(author)).initial).toMatchObject(blank);
    for (const actor of [other, coordinator])
      await expect(open(actor)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(saveProposal(other, { ...given, id })).rejects.toMatchObject({
      kind: 'not-found',
    });

    await saveProposal(author, { id, values: { ...blank, lugar: 'Salón' }, send: true });
    expect(await listed(coordinator)).toEqual([['Cruces seguros', 'enviada']]);
    expect(await open(coordinator)).toMatchObject({ settles: true, initial: { lugar: 'Salón' } });
    await expect(saveProposal(author, { ...given, id })).rejects.toMatchObject({
      reason: 'proposal_sent',
    });
    await returnProposal(coordinator, id, 'Falta decir para qué es.');
    expect(await listProposals(database.db, author)).toMatchObject([
      { state: 'devuelta', note: 'Falta decir para qué es.' },
    ]);
    await saveProposal(author, { id, values: blank, send: true });
    expect(await listProposals(database.db, author)).toMatchObject([
      { state: 'enviada', note: '' },
    ]);
  });

  it('is called by coordination, which names its author; who publishes it is coordination’s to say', async () => {
    const { author, coordinator } = await people();
    const made = [];
    for (const publish of [true, false]) {
      const { id } = await saveProposal(author, {
        ...{ id: null, send: true },
        values: { titulo: `Encuentro ${publish}` },
      });
      const given = {
        ...{ id, facilitators: nobody, publish },
        input: asForm({ titulo: `Encuentro ${publish}` }),
      };
      await expect(acceptProposal(author, given)).rejects.toMatchObject({ kind: 'forbidden' });
      const meeting = await acceptProposal(coordinator, given);
      made.push((await getMeetingDraft(database.db, coordinator, meeting.id)).meeting.state);
      await expect(acceptProposal(coordinator, given)).rejects.toMatchObject({
        reason: 'proposal_settled',
      });
      const grants = await database.owner
        .selectFrom('role_grant')
        .select(['person_id as personId', 'granted_by as by'])
        .where('scope_id', '=', meeting.id)
        .execute();
      expect(grants).toEqual([{ personId: author.personId, by: coordinator.personId }]);
      const named = {
        ...author,
        grants: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meeting.id }],
      } as typeof author;
      if (!publish) await publishMeeting(named, meeting.id);
    }
    expect(made).toEqual(['publicado', 'borrador']);
    expect(await listProposals(database.db, author)).toEqual([]);
  });

  it('may begin as a copy, without its times; registration closes a day before unless it is said', async () => {
    const { coordinator, other } = await people();
    const { id } = await newMeeting(database.owner, plan, { capacity: 17 });
    const from = { proposal: null, copy: id, commitment: null };
    const { initial } = await startMeeting(database.db, coordinator, from);
    expect(initial).toMatchObject({ cupo: '17', lugar: 'Salón comunal' });
    expect(initial['inicia']).toBeUndefined();
    expect(initial['cierra']).toBeUndefined();
    const stranger = { ...other, grants: [] };
    await expect(startMeeting(database.db, stranger, from)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const said = asForm({ cierra: '' });
    expect(said.startsAt.getTime() - said.closesAt.getTime()).toBe(86_400_000);
    // Registration that opens on the last day closes as the meeting begins.
    const late = asForm({ cierra: '', abre: asLocal(said.startsAt.getTime() - 3_600_000) });
    expect(late.closesAt).toEqual(late.startsAt);
  });

  it('warns of short notice before it is published, and of needs that wait once it is near', async () => {
    const { coordinator } = await people();
    const near = await newMeeting(database.owner, plan, { startsIn: 24 * 10, state: 'borrador' });
    const far = await newMeeting(database.owner, plan, { startsIn: 24 * 20, state: 'borrador' });
    const told = await newMeeting(database.owner, plan, { startsIn: 24 * 10 });
    const of = async (id: string, needs: number) => {
      const { meeting, done } = await getMeetingDraft(database.db, coordinator, id);
      return warningsOf(meeting, { ...done, openNeeds: needs }, now());
    };
    expect(await of(near.id, 0)).toEqual(['short_notice']);
    expect(await of(far.id, 0)).toEqual([]);
    expect(await of(told.id, 2)).toEqual(['open_needs']);
    expect(await of(told.id, 0)).toEqual([]);
  });
});

/** A moment as a form of the city has it. */
function asLocal(time: number): string {
  return new Date(time - 5 * 3_600_000).toISOString().slice(0, 16);
}
