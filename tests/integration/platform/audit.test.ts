import { describe, expect, it } from 'vitest';
import { systemActor } from '#app/kernel/actor.ts';
import { listAudit, recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();

describe('the audit trail', () => {
  it('keeps who acted, as what, on what', async () => {
    const actor = await newActor(database.db, {
      name: 'Rosa Pinzón',
      roles: ['moderacion', 'circulo'],
    });
    await inTransaction(
      async (tx) =>
        await recordAudit(tx, actor, {
          action: 'moderation.idea-decided',
          subjectKind: 'idea',
          subjectId: 'i1',
          data: { decision: 'publicar' },
        }),
    );
    const [row] = await listAudit(database.db, { subjectId: 'i1', limit: 5 });
    expect(row).toMatchObject({
      actorName: 'Rosa Pinzón',
      actorRoles: ['moderacion', 'circulo'],
      action: 'moderation.idea-decided',
      data: { decision: 'publicar' },
    });
  });

  it('vanishes with the act that failed', async () => {
    const act = inTransaction(async (tx) => {
      await recordAudit(tx, systemActor, {
        action: 'ideas.ideas-imported',
        subjectKind: 'run',
        subjectId: 'lost',
      });
      throw new Error('the act failed');
    });
    await expect(act).rejects.toThrow('the act failed');
    expect(await listAudit(database.db, { subjectId: 'lost', limit: 5 })).toEqual([]);
  });

  it('can be changed or deleted by nobody, the web role and the owner included', async () => {
    await inTransaction(
      async (tx) =>
        await recordAudit(tx, systemActor, {
          action: 'ideas.ideas-imported',
          subjectKind: 'run',
          subjectId: 'r1',
        }),
    );
    for (const db of [database.db, database.owner]) {
      await expect(
        db.updateTable('audit_entry').set({ actor_name: 'Otra' }).execute(),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(db.deleteFrom('audit_entry').execute()).rejects.toMatchObject({ code: '42501' });
    }
  });
});
