import { describe, expect, it } from 'vitest';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { decideProposal } from '#app/domains/circle/decide-proposal.server.ts';
import { getDesk } from '#app/domains/circle/get-desk.server.ts';
import { listDesk } from '#app/domains/circle/list-desk.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { writeNote } from '#app/domains/circle/write-note.server.ts';
import { newMember, newProposal } from '#tests/factories/circle.ts';
import { newActor } from '#tests/factories/people.ts';
import { received, answer, database, plan, gov, outsider, day } from './commission.ts';

describe('people at the table', () => {
  it('who does not sit on the commission reads, and does nothing else', async () => {
    const { id, ideaIds } = await received(1);
    await writeNote(gov[0]!, id, 'Conviene preguntar a Hacienda.');
    for (const act of [
      () => recordAttendance(outsider, id, true),
      () => castVote(outsider, id, 'a_favor'),
      () => writeNote(outsider, id, 'Hola.'),
      () => decideProposal(outsider, id, answer('adoptada', ideaIds)),
    ]) {
      await expect(act()).rejects.toMatchObject({
        kind: 'forbidden',
        reason: 'circle_not_in_commission',
      });
    }
    const [monitor, coordinator, citizen, moderator] = [
      await newActor(database.db, { roles: ['monitoreo'] }),
      await newActor(database.db, { roles: ['coordinacion'] }),
      await newActor(database.db),
      await newActor(database.db, { roles: ['moderacion'] }),
    ];
    for (const actor of [monitor, coordinator, citizen])
      await expect(castVote(actor, id, 'a_favor')).rejects.toMatchObject({
        kind: 'forbidden',
        reason: 'role_missing',
      });
    expect((await getDesk(database.db, gov[1]!, id, 'es')).notes).toMatchObject([
      { body: 'Conviene preguntar a Hacienda.' },
    ]);
    for (const actor of [monitor, coordinator])
      expect(await getDesk(database.db, actor, id, 'en')).toMatchObject({
        can: { act: false, readNotes: true },
        notes: [{}],
      });
    expect(await getDesk(database.db, outsider, id, 'es')).toMatchObject({
      can: { act: false, readNotes: false },
      notes: [],
    });
    for (const actor of [citizen, moderator])
      await expect(getDesk(database.db, actor, id, 'es')).rejects.toMatchObject({
        kind: 'forbidden',
      });
  });

  it('who is out of term does not sit there', async () => {
    const { id } = await received(1);
    const former = await newMember(database.db, {
      sector: 'civil',
      commitmentIds: [plan.commitments[0]!.id],
    });
    await database.db
      .updateTable('circle_member')
      .set({ starts_on: '2020-01-01', ends_on: '2020-12-31' })
      .where('id', '=', former.memberId)
      .execute();
    await expect(recordAttendance(former.actor, id, true)).rejects.toMatchObject({
      reason: 'circle_not_in_commission',
    });
    expect(
      (await getDesk(database.db, gov[0]!, id, 'es')).seats.map((seat) => seat.memberId),
    ).not.toContain(former.memberId);
  });

  it('vote from the table, change their vote, and take it along when they leave', async () => {
    const { id } = await received(1);
    await expect(castVote(gov[0]!, id, 'a_favor')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'circle_not_present',
    });
    await recordAttendance(gov[0]!, id, true);
    await castVote(gov[0]!, id, 'a_favor');
    await castVote(gov[0]!, id, 'abstencion');
    expect(await getDesk(database.db, gov[0]!, id, 'es')).toMatchObject({
      own: { present: true, vote: 'abstencion' },
      votes: { gobierno: { a_favor: 0, abstencion: 1 } },
    });
    await recordAttendance(gov[0]!, id, false);
    expect((await getDesk(database.db, gov[0]!, id, 'es')).votes.gobierno.abstencion).toBe(0);
  });

  it('find no table for a draft or an unknown proposal', async () => {
    const draft = await newProposal(database.db, {
      commitmentId: plan.commitments[0]!.id,
      ideaIds: [],
      state: 'lista',
    });
    for (const id of [draft.id, 'x', undefined]) {
      await expect(getDesk(database.db, gov[0]!, id, 'es')).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(castVote(gov[0]!, id, 'a_favor')).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('see first what their own commissions have, the overdue on top', async () => {
    const { id } = await received(1);
    await database.db
      .updateTable('proposal')
      .set({ due_at: new Date(Date.now() - day) })
      .where('id', '=', id)
      .execute();
    const other = await newProposal(database.db, {
      commitmentId: plan.commitments[1]!.id,
      ideaIds: [],
    });
    const desk = await listDesk(database.db, gov[0]!, 'es');
    expect(desk.own[0]).toMatchObject({ id, isOverdue: true });
    expect(desk.others.map((proposal) => proposal.id)).toEqual([other.id]);
  });
});
