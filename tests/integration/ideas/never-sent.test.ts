import { beforeAll, describe, expect, it } from 'vitest';
import { ideaSteps } from '#app/domains/ideas/types.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { exportOwnData } from '#app/domains/accounts/export-own-data.server.ts';
import { countIdeasBySteps } from '#app/domains/ideas/count-ideas-by-step.server.ts';
import { findSimilarIdeas } from '#app/domains/ideas/find-similar-ideas.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { listOwnIdeas } from '#app/domains/ideas/list-own-ideas.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';
import { draftIdea, submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { withdrawIdea } from '#app/domains/ideas/withdraw-idea.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import { getReportCase } from '#app/domains/moderation/get-report-case.server.ts';
import { getTriageItem } from '#app/domains/moderation/get-triage-item.server.ts';
import { listQueue } from '#app/domains/moderation/get-queue.server.ts';
import { fileReport } from '#app/domains/moderation/file-report.server.ts';
import { personalData as ofIdeas } from '#app/domains/ideas/personal-data.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const canary = 'Lo que nadie más leyó, Zarigüeya';
let plan: TestPlan;
let author: Actor & { personId: string };
let sent: { id: string };
/** A draft, and one that its author withdrew before sending it. */
let unsent: { id: string; number: number }[];
let readers: Actor[];

beforeAll(async () => {
  plan = await newPlan(database.db);
  author = await newActor(database.db);
  const fields = (title: string, end = 'y esto es lo que dice la descripción.') => ({
    commitment: plan.commitments[0]!.slug,
    title,
    description: `${title} ${end}`,
  });
  sent = await submitIdea(author, fields('Una idea que sí se envió'));
  const [kept, withdrawn] = [
    await draftIdea(author, fields(canary)),
    // Other words: the same ones again are taken for the same draft.
    await draftIdea(author, fields(canary, 'y quien la escribió la retiró sin enviarla.')),
  ];
  await withdrawIdea(author, withdrawn.id, canary);
  unsent = await database.owner
    .selectFrom('idea')
    .select(['id', 'number'])
    .where('id', 'in', [kept.id, withdrawn.id])
    .execute();
  readers = await Promise.all(
    (['moderacion', 'coordinacion', 'monitoreo', 'facilitacion', 'circulo', 'entidad'] as const)
      .map(async (role) => await newActor(database.db, { roles: [role] }))
      .concat(newActor(database.db)),
  );
});

/** What a reader is told, or the kind of the refusal. */
async function told(read: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify((await read()) ?? null);
  } catch (error) {
    return String((error as { kind?: string }).kind ?? error);
  }
}

describe('what was never sent', () => {
  it('is there for its author, also once withdrawn', async () => {
    for (const { id } of unsent) {
      const idea = await getIdea(database.db, id, author);
      expect(idea.title).toBe(canary);
      expect(canSeeIdea(author, idea).allowed).toBe(true);
    }
    expect(JSON.stringify(await listOwnIdeas(database.db, author.personId))).toContain(canary);
    expect(JSON.stringify(await ofIdeas.collect(database.db, author.personId))).toContain(canary);
  });

  it('is an unknown page to every other reader, and to nobody signed in', async () => {
    for (const reader of [null, ...readers])
      for (const { id } of unsent) {
        await expect(getIdea(database.db, id, reader)).rejects.toMatchObject({ kind: 'not-found' });
        const idea = await getIdea(database.db, id, author);
        expect(canSeeIdea(reader, idea)).toMatchObject({ error: { kind: 'not-found' } });
      }
  });

  it('is on no desk, in no history, list, search, count or trail, and cannot be named or reported', async () => {
    const { db } = database;
    const found: string[] = [];
    for (const reader of readers) {
      found.push(await told(() => getTriageItem(db, reader, sent.id, 'es', now())));
      for (const view of ['nuevas', 'editadas', 'pausa', 'cuarentena'] as const)
        found.push(
          await told(() => listQueue(db, reader, { view, limit: 50, locale: 'es', at: now() })),
        );
      for (const { id } of unsent) {
        found.push(await told(() => getTriageItem(db, reader, id, 'es', now())));
        found.push(await told(() => claimIdea(reader, id)));
        found.push(await told(() => getReportCase(db, reader, { kind: 'idea', id }, 'es')));
        found.push(await told(() => fileReport(reader, { kind: 'idea', id, reason: 'otra' })));
      }
      found.push(await told(() => exportOwnData(reader, '', { ideas: ofIdeas })));
    }
    for (const { id, number } of unsent) {
      // A moderator names it as the one that another repeats: as if there were none.
      for (const keptRef of [id, `#${number}`])
        await expect(
          decideIdea(readers[0]!, sent.id, {
            decision: 'duplicada',
            reasonCode: 'duplicada',
            explanation: 'Igual.',
            keptRef,
          }),
        ).rejects.toMatchObject({ errors: { duplicada_de: [expect.any(String)] } });
      expect(await listAudit(db, { subjectKind: 'idea', subjectId: id, limit: 9 })).toEqual([]);
    }
    found.push(await told(() => findSimilarIdeas(db, { title: canary, text: canary, limit: 9 })));
    found.push(
      await told(() => listIdeas(db, { text: 'Zarigüeya', order: 'recientes' }, { seed: 1 })),
    );
    expect(found.length).toBeGreaterThanOrEqual(100);
    for (const text of found) expect(text).not.toMatch(/Zarig/);
    // The sent one alone has reached anything.
    const reached = await countIdeasBySteps(db);
    expect(ideaSteps.map((step) => reached[step])).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  it('would be read with the rule switched off: the test finds what it looks for', async () => {
    const { rows } = await database.owner.executeQuery<{ title: string }>(
      database.owner
        .selectFrom('idea')
        .select('title')
        .where('author_id', '=', author.personId)
        .where('state', '<>', 'borrador')
        .compile(),
    );
    expect(rows.map(({ title }) => title)).toContain(canary);
  });

  it('goes with its author', async () => {
    await database.owner.transaction().execute(async (tx) => {
      await ofIdeas.erase(tx, author.personId);
    });
    expect(
      await database.owner
        .selectFrom('idea')
        .select('id')
        .where(
          'id',
          'in',
          unsent.map(({ id }) => id),
        )
        .execute(),
    ).toEqual([]);
  });
});
