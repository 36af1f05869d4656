import { describe, expect, it } from 'vitest';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { draftProposal } from '#app/domains/proposals/draft-proposal.server.ts';
import { editProposal } from '#app/domains/proposals/edit-proposal.server.ts';
import { findIdeaOptions } from '#app/domains/proposals/find-idea-options.server.ts';
import { findProposalsOfIdea } from '#app/domains/proposals/find-proposals-of-ideas.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { readyProposal } from '#app/domains/proposals/ready-proposal.server.ts';
import { sendProposal } from '#app/domains/proposals/send-proposal.server.ts';
import { newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, plan, moderator, commitment, texts, input, published } from './drafts.ts';

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
