import { describe, expect, it } from 'vitest';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { draftProposal } from '#app/domains/proposals/draft-proposal.server.ts';
import { editProposal } from '#app/domains/proposals/edit-proposal.server.ts';
import { findProposalsOfIdea } from '#app/domains/proposals/find-proposals-of-ideas.server.ts';
import { getEvidence } from '#app/domains/proposals/get-evidence.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { tellSent } from '#app/domains/proposals/jobs.server.ts';
import {
  listProposals,
  listProposalsWithIdeas,
} from '#app/domains/proposals/list-proposals.server.ts';
import { readyProposal } from '#app/domains/proposals/ready-proposal.server.ts';
import { sendProposal } from '#app/domains/proposals/send-proposal.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newActors } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/integration/database.ts';
import { database, plan, moderator, commitment, input, published } from './drafts.ts';

const day = 86_400_000;

describe('sending', () => {
  it('makes it public, moves its ideas, sets its date and leaves a job', async () => {
    const idea = await published();
    const { id } = await draftProposal(moderator, input([idea.id]));
    await expect(sendProposal(moderator, id)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'proposal_not_ready',
    });
    await readyProposal(moderator, id);
    await sendProposal(moderator, id);
    const sent = await getProposal(database.db, id, 'es');
    expect(sent.state).toBe('enviada');
    expect(sent.dueAt!.getTime() - sent.sentAt!.getTime()).toBe(60 * day);
    expect((await getIdea(database.db, idea.id)).step).toBe('ante_el_circulo');
    expect(await findProposalsOfIdea(database.db, idea.id)).toMatchObject([
      { id, number: sent.number, state: 'enviada', taken: 'Lo principal.' },
    ]);
    expect(await queuedJobs(database, 'proposals.tell-sent')).toContainEqual({ proposalId: id });
    expect(
      (await listAudit(database.db, { subjectKind: 'propuesta', subjectId: id, limit: 10 }))
        .map((row) => row.action)
        .sort(),
    ).toEqual([
      'proposals.proposal-drafted',
      'proposals.proposal-readied',
      'proposals.proposal-sent',
    ]);
    for (const act of [
      () => sendProposal(moderator, id),
      () => editProposal(moderator, id, input([idea.id])),
      () => readyProposal(moderator, id),
    ])
      await expect(act()).rejects.toMatchObject({ kind: 'conflict', reason: 'proposal_sent' });
  });

  it('happens once, however often it is asked at once', async () => {
    const idea = await published();
    const { id } = await draftProposal(moderator, input([idea.id]));
    await readyProposal(moderator, id);
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => sendProposal(moderator, id)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(
      (await queuedJobs<{ proposalId: string }>(database, 'proposals.tell-sent')).filter(
        (job) => job.proposalId === id,
      ),
    ).toHaveLength(1);
  });

  it('waits for the phase of deliberation', async () => {
    const idea = await published();
    const { id } = await draftProposal(moderator, input([idea.id]));
    await readyProposal(moderator, id);
    setClockOffset(100 * day);
    try {
      await expect(sendProposal(moderator, id)).rejects.toMatchObject({
        kind: 'conflict',
        reason: 'phase_closed_deliberacion',
      });
    } finally {
      setClockOffset(0);
    }
    expect((await getProposal(database.db, id, 'es')).state).toBe('lista');
  });

  it('tells each author and supporter once, also when the job runs again or twice at once', async () => {
    const author = await newActor(database.db);
    const both = await newActors(database.db, 3);
    const ideas = [
      await newIdea(database.db, { commitmentId: commitment().id, authorId: author.personId }),
      await published(),
    ];
    for (const person of both)
      for (const idea of ideas) await castSupport(person, { ideaId: idea.id, act: 'apoyar' });
    const { id } = await draftProposal(moderator, input(ideas.map((idea) => idea.id)));
    await readyProposal(moderator, id);
    await sendProposal(moderator, id);
    await Promise.all([tellSent(id), tellSent(id)]);
    await tellSent(id);
    const told = await database.db
      .selectFrom('notice')
      .select(['person_id', 'kind'])
      .where('subject_id', '=', id)
      .execute();
    expect(told.map((notice) => notice.kind)).toEqual(
      Array.from({ length: 5 }, () => 'idea_in_proposal'),
    );
    expect(new Set(told.map((notice) => notice.person_id))).toEqual(
      new Set([author.personId, ideas[1]!.authorId, ...both.map((person) => person.personId)]),
    );
    expect(
      await getEvidence(
        database.db,
        ideas.map((idea) => idea.id),
      ),
    ).toEqual({ supporters: 3, localities: [{ name: null, ideas: 2, supports: 6 }] });
  });
});

describe('the public list', () => {
  it('has overdue ones on top, pages without repeating, and no drafts', async () => {
    const other = plan.commitments[1]!;
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const idea = await newIdea(database.db, { commitmentId: other.id });
      made.push(
        (
          await newProposal(database.db, {
            commitmentId: other.id,
            ideaIds: [idea.id],
            state: (['decidida', 'borrador'] as const)[n - 5] ?? 'enviada',
          })
        ).id,
      );
    }
    await database.db
      .updateTable('proposal')
      .set({ due_at: new Date(Date.now() - day) })
      .where('id', 'in', [made[1]!, made[5]!])
      .execute();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listProposals(
        database.db,
        { commitmentSlug: other.slug, cursor, limit: 2 },
        'es',
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([made[1], made[5], made[4], made[3], made[2], made[0]]);
    const first = await listProposals(database.db, { commitmentSlug: other.slug, limit: 10 }, 'en');
    expect(first.items.filter((item) => item.isOverdue).map((item) => item.id)).toEqual([made[1]]);
    expect(
      (
        await listProposals(
          database.db,
          { commitmentSlug: other.slug, state: 'decidida', limit: 10 },
          'es',
        )
      ).items.map((item) => item.id),
    ).toEqual([made[5]]);
    const api = await listProposalsWithIdeas(
      database.db,
      { commitmentSlug: other.slug, limit: 3 },
      'es',
    );
    expect(api.items.map((item) => item.ideas.length)).toEqual([1, 1, 1]);
    expect(
      (
        await listProposalsWithIdeas(
          database.db,
          { commitmentSlug: other.slug, limit: 3, cursor: api.next },
          'es',
        )
      ).items.map((item) => item.id),
    ).toEqual([made[2], made[1], made[0]]);
  });

  it('refuses a cursor that is not one', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('[1,1,"x","y"]').toString('base64url')]) {
      await expect(listProposals(database.db, { cursor, limit: 2 }, 'es')).rejects.toMatchObject({
        kind: 'invalid',
        reason: 'cursor_malformed',
      });
    }
  });

  it('answers not found for what is no id', async () => {
    for (const id of ['x', undefined, '019aaaaa-0000-7000-8000-000000000000'])
      await expect(getProposal(database.db, id, 'es')).rejects.toMatchObject({ kind: 'not-found' });
  });
});
