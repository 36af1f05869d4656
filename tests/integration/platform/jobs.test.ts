import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { deliverMail } from '#app/platform/mail/jobs.ts';
import { freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();

describe('a job', () => {
  it('commits with its change', async () => {
    const mailId = newId();
    await inTransaction(async (tx) => await enqueue(tx, deliverMail, { mailId }));
    expect(await queuedJobs(database, deliverMail.name)).toEqual([{ mailId }]);
  });

  it('vanishes with its change', async () => {
    const before = await queuedJobs(database, deliverMail.name);
    const act = inTransaction(async (tx) => {
      await enqueue(tx, deliverMail, { mailId: newId() });
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await queuedJobs(database, deliverMail.name)).toEqual(before);
  });

  it('with a malformed payload is refused before it is queued', async () => {
    await expect(
      inTransaction(async (tx) => await enqueue(tx, deliverMail, { mailId: 'not an id' })),
    ).rejects.toThrow();
  });
});
