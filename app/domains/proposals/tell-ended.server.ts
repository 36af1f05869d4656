import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { markTold, selectPeopleOf, takeUntold } from './ending.store.server.ts';

const batch = 50;

/** Tells everybody behind the ideas of a group that ended, some at a time; safe to repeat. */
export async function tellEnded(endingId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await inTransaction(async (tx) => {
      const ideas = await takeUntold(tx, endingId, batch);
      if (ideas.length === 0) return false;
      for (const { id, title, reason } of ideas)
        await notify(tx, {
          personIds: await selectPeopleOf(tx, id),
          kind: 'idea_ended',
          subject: { kind: 'idea', id },
          params: { title, reason },
        });
      await markTold(
        tx,
        ideas.map(({ id }) => id),
        now(),
      );
      return true;
    });
  }
}
