import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { sendDigests } from './jobs.ts';
import { insertNotices } from './store.server.ts';
import type { NoticeKind, NoticeParams, Subject } from './types.ts';

/**
 * Tells people something, in the command's own transaction: a notice each, and one mail each for
 * everything that is not mailed yet. Params: `title`, and any of `detailNames` (`decision` is a
 * code, `until` a day); a text of ours comes in the person's language, or in both (`reason_es`,
 * `reason_en`).
 */
export async function notify(
  tx: Tx,
  notice: {
    personIds: readonly string[];
    kind: NoticeKind;
    subject: Subject;
    params: NoticeParams;
  },
): Promise<void> {
  const people = [...new Set(notice.personIds)];
  if (people.length === 0) return;
  const at = now();
  await insertNotices(
    tx,
    people.map((personId) => ({
      id: newId(at.getTime()),
      personId,
      kind: notice.kind,
      subject: notice.subject,
      params: notice.params,
      at,
    })),
  );
  await enqueue(tx, sendDigests, {});
}
