import { describe, expect, it } from 'vitest';
import { countPublicAudit } from '#app/platform/audit/count-audit.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { isReady } from '#app/platform/db/check-ready.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { countJobs, listDeadJobs } from '#app/platform/jobs/count-jobs.server.ts';
import { listPublicEntries, listTrail } from '#app/domains/transparency/list-entries.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();

describe('the public register', () => {
  it('pages through public acts without names, and the trail through all with them', async () => {
    const actor = await newActor(database.db, { name: 'Nadie Debe Leerme', roles: ['moderacion'] });
    await inTransaction(async (tx) => {
      for (let n = 1; n <= 5; n += 1)
        await recordAudit(tx, actor, {
          action: 'moderation.idea-decided',
          subjectKind: 'idea',
          subjectId: `i${n}`,
          data: { decision: 'publicar', personId: actor.personId },
        });
      await recordAudit(tx, actor, {
        action: 'moderation.idea-claimed',
        subjectKind: 'idea',
        subjectId: 'claimed',
      });
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPublicEntries(database.db, { cursor, limit: 2 });
      seen.push(...page.items.map((entry) => entry.subject.id));
      expect(JSON.stringify(page)).not.toMatch(new RegExp(`Nadie|${actor.personId}`));
      for (const entry of page.items)
        expect(entry).toMatchObject({ who: 'moderacion', facts: { decision: 'publicar' } });
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['i5', 'i4', 'i3', 'i2', 'i1']);
    expect(await countPublicAudit(database.db)).toMatchObject({ entries: 5 });

    const trail = await listTrail(database.db, { action: 'moderation.idea-claimed', limit: 10 });
    expect(trail.items).toMatchObject([
      { actorName: 'Nadie Debe Leerme', subject: { id: 'claimed' } },
    ]);
    expect(
      (await listTrail(database.db, { since: new Date('2100-01-01'), limit: 10 })).items,
    ).toEqual([]);
    await expect(listPublicEntries(database.db, { cursor: 'x', limit: 2 })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});

describe('what operators see', () => {
  it('is ready once every migration has run, and counts the jobs as the web role may', async () => {
    expect(await isReady()).toBe(true);
    expect(await listDeadJobs(database.db)).toEqual([]);
    expect(await countJobs(database.db)).toEqual([]);
  });
});
