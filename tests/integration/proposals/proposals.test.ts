import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { draftProposal } from '#app/domains/proposals/draft-proposal.server.ts';
import { editProposal } from '#app/domains/proposals/edit-proposal.server.ts';
import { findIdeaOptions } from '#app/domains/proposals/find-idea-options.server.ts';
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
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();
const day = 86_400_000;
let plan: TestPlan;
let moderator: Actor;

beforeAll(async () => {
  plan = await newPlan(database.db);
  moderator = await newActor(database.db, { roles: ['moderacion'] });
});

const commitment = () => plan.commitments[0]!;
const texts = {
  title: 'Citas de salud que se entienden',
  problem: 'Los mensajes de las citas no los entiende nadie.',
  body: 'Que lleguen en audio y en palabras sencillas.',
};
const input = (ideas: string[], taken = 'Lo principal.') => ({
  commitment: commitment().slug,
  ...texts,
  ideas,
  version: undefined,
  taken: Object.fromEntries(ideas.map((id) => [id, taken])),
});
const published = async () => await newIdea(database.db, { commitmentId: commitment().id });

describe('a draft', () => {
  it('is built from published ideas of its commitment, by a moderator of its scope', async () => {
    const idea = await published();
    const { id } = await draftProposal(moderator, input([idea.id]));
    expect(await getProposal(database.db, id, 'es')).toMatchObject({
      state: 'borrador',
      title: texts.title,
      lang: 'es',
      sentAt: null,
      ideas: [{ id: idea.id, taken: 'Lo principal.' }],
    });
    expect((await getIdea(database.db, idea.id)).step).toBe('revisada');
    expect(await findProposalsOfIdea(database.db, idea.id)).toEqual([]);
  });

  it('refuses ideas of elsewhere and ideas that are not published, as a field', async () => {
    const elsewhere = await newIdea(database.db, { commitmentId: plan.commitments[1]!.id });
    const waiting = await newIdea(database.db, { commitmentId: commitment().id, state: 'enviada' });
    for (const idea of [elsewhere, waiting]) {
      await expect(draftProposal(moderator, input([idea.id]))).rejects.toMatchObject({
        errors: { ideas: ['proposal_ideas_unknown'] },
      });
    }
    await expect(
      draftProposal(moderator, { ...input([(await published()).id]), commitment: 'no-existe' }),
    ).rejects.toBeInstanceOf(FormErrors);
  });

  it('is refused to who does not moderate there', async () => {
    const other = await newActor(database.db, {
      roles: [{ role: 'moderacion', scopeKind: 'commitment', scopeId: plan.commitments[1]!.id }],
    });
    const citizen = await newActor(database.db);
    const ideas = [(await published()).id];
    await expect(draftProposal(other, input(ideas))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(draftProposal(citizen, input(ideas))).rejects.toMatchObject({ kind: 'forbidden' });
    const { id } = await draftProposal(moderator, input(ideas));
    for (const act of [
      () => editProposal(other, id, input(ideas)),
      () => readyProposal(other, id),
      () => sendProposal(other, id),
    ])
      await expect(act()).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is changed by the version that was read, and not by an older one', async () => {
    const first = await published();
    const { id } = await draftProposal(moderator, input([first.id]));
    const second = await published();
    await editProposal(moderator, id, {
      ...input([second.id, first.id]),
      title: 'Otro título',
      version: 1,
    });
    const kept = await getProposal(database.db, id, 'es');
    expect(kept).toMatchObject({
      title: 'Otro título',
      version: 2,
      ideas: [{ id: second.id }, { id: first.id }],
    });
    await expect(
      editProposal(moderator, id, { ...input([first.id]), version: 1 }),
    ).rejects.toMatchObject({ reason: 'proposal_version_stale' });
  });

  it('offers the ideas that no proposal carries yet, chosen ones first', async () => {
    const free = await newIdea(database.db, {
      commitmentId: commitment().id,
      title: 'Andenes anchos para caminar',
    });
    const carried = await newIdea(database.db, {
      commitmentId: commitment().id,
      title: 'Andenes con sombra',
    });
    await newProposal(database.db, { commitmentId: commitment().id, ideaIds: [carried.id] });
    const chosen = await published();
    const options = await findIdeaOptions(database.db, commitment().id, {
      text: 'anden',
      chosen: [chosen.id, 'no-es-un-id'],
    });
    expect(options.chosen.map((idea) => idea.id)).toEqual([chosen.id]);
    expect(options.found.map((idea) => idea.id)).toEqual([free.id]);
  });
});

describe('a ready proposal', () => {
  it('needs what is taken of each idea, field by field', async () => {
    const idea = await published();
    const { id } = await draftProposal(moderator, input([idea.id], ''));
    await expect(readyProposal(moderator, id)).rejects.toMatchObject({
      errors: { [`tomado.${idea.id}`]: ['proposal_taken_missing'] },
    });
    await readyProposal(moderator, id, input([idea.id], 'El audio.'));
    expect(await getProposal(database.db, id, 'es')).toMatchObject({
      state: 'lista',
      ideas: [{ taken: 'El audio.' }],
    });
    expect((await getIdea(database.db, idea.id)).step).toBe('en_propuesta');
    expect(await findProposalsOfIdea(database.db, idea.id)).toEqual([]);
  });

  it('is the only one that carries its ideas, even when two become ready at once', async () => {
    const idea = await published();
    const drafts = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const title = `Agua para caminar, versión ${number}`;
        return (await draftProposal(moderator, { ...input([idea.id]), title })).id;
      }),
    );
    const results = await Promise.allSettled(drafts.map((id) => readyProposal(moderator, id)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({
          kind: 'conflict',
          reason: expect.stringMatching(/^ideas?_in_other_proposal$/) as string,
        });
    }
    const rows = await database.db
      .selectFrom('proposal_idea')
      .selectAll()
      .where('idea_id', '=', idea.id)
      .where('is_live', '=', true)
      .execute();
    expect(rows).toHaveLength(1);
    await expect(draftProposal(moderator, input([idea.id]))).rejects.toMatchObject({
      reason: 'idea_in_other_proposal',
    });
  });

  it('keeps its ideas, but lets go of one that is no longer published', async () => {
    const [kept, gone, extra] = [await published(), await published(), await published()];
    const { id } = await draftProposal(moderator, input([kept.id, gone.id]));
    await readyProposal(moderator, id);
    await expect(
      editProposal(moderator, id, input([kept.id, gone.id, extra.id])),
    ).rejects.toMatchObject({ reason: 'proposal_ideas_fixed' });
    await expect(editProposal(moderator, id, input([kept.id]))).rejects.toMatchObject({
      reason: 'proposal_ideas_fixed',
    });
    await database.db
      .updateTable('idea')
      .set({ state: 'oculta' })
      .where('id', '=', gone.id)
      .execute();
    await expect(sendProposal(moderator, id)).rejects.toMatchObject({
      reason: 'proposal_idea_not_published',
      params: { number: gone.number },
    });
    expect((await getProposal(database.db, id, 'es')).ideas.map((idea) => idea.title)).toContain(
      null,
    );
    await editProposal(moderator, id, input([kept.id]));
    await sendProposal(moderator, id);
    expect((await getProposal(database.db, id, 'es')).ideas.map((idea) => idea.id)).toEqual([
      kept.id,
    ]);
  });
});

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
