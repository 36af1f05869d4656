import { decodeCursor, encodeCursor, isCursorMoment, type Page } from '#app/kernel/paging.ts';
import { invalid } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectNotices } from './store.server.ts';
import type { NoticeView } from './types.ts';

const pageSize = 30;

/** A page of a person's notices, newest first. */
export async function listNotices(
  db: Db,
  personId: string,
  cursor: string | null,
): Promise<Page<NoticeView>> {
  const notices = await selectNotices(
    db,
    personId,
    pageSize + 1,
    cursor === null ? undefined : positionOf(cursor),
  );
  const items = notices.slice(0, pageSize);
  const last = items.at(-1);
  return {
    items,
    next:
      notices.length > pageSize && last
        ? encodeCursor([last.createdAt.toISOString(), last.id])
        : null,
  };
}

function positionOf(cursor: string): { at: Date; id: string } {
  const [moment, id] = decodeCursor(cursor, ['string', 'string']);
  const at = new Date(moment);
  if (!isCursorMoment(at.getTime()) || !isId(id)) throw invalid('cursor_malformed');
  return { at, id };
}
