import { invalid } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { decodeCursor, encodeCursor, isCursorMoment, type Page } from '#app/kernel/paging.ts';
import { listAudit, type AuditRow } from '#app/platform/audit/record-audit.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { fieldsOf, isAuditAction, isPersonal, partOf, publicFacts } from './rules.ts';
import type { PublicEntry, TrailEntry } from './types.ts';

type Filter = {
  action?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** A page of audit rows, newest first; rows whose action the catalogue no longer knows are left out. */
async function pageOfRows(
  db: Db,
  filter: Filter & { publicOnly: boolean },
): Promise<Page<AuditRow>> {
  const { cursor, limit, ...rest } = filter;
  const rows = await listAudit(db, {
    ...rest,
    ...(cursor ? { before: readPosition(cursor) } : {}),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.filter((row) => isAuditAction(row.action)),
    next: rows.length > limit && last ? encodeCursor([last.at.getTime(), last.id]) : null,
  };
}

function readPosition(cursor: string): { at: Date; id: string } {
  const [at, id] = decodeCursor(cursor, ['number', 'string']);
  if (!isId(String(id)) || !isCursorMoment(Number(at))) throw invalid('cursor_malformed');
  return { at: new Date(Number(at)), id: String(id) };
}

function base(row: AuditRow): Omit<PublicEntry, 'facts'> {
  if (!isAuditAction(row.action)) throw new Error(`unknown action ${row.action}`);
  return {
    id: row.id,
    at: row.at,
    action: row.action,
    who: partOf(row.action, row.actorKind, row.actorRoles),
    subject: { kind: row.subjectKind, id: row.subjectId },
  };
}

/** The acts that anybody may read, without who did them. */
export async function listPublicEntries(db: Db, filter: Filter): Promise<Page<PublicEntry>> {
  const page = await pageOfRows(db, { ...filter, publicOnly: true });
  return {
    items: page.items.map((row) => ({ ...base(row), facts: publicFacts(row.data) })),
    next: page.next,
  };
}

function trailOf(row: AuditRow): TrailEntry {
  const entry = base(row);
  if (isPersonal(entry.action))
    return { ...entry, subject: { kind: entry.subject.kind, id: '' }, actorName: '', data: {} };
  return { ...entry, actorName: row.actorName, data: fieldsOf(row.data) };
}

/** The whole trail with who acted (empty where that is personal) and what changed; the route asks for the role. */
export async function listTrail(db: Db, filter: Filter): Promise<Page<TrailEntry>> {
  const page = await pageOfRows(db, { ...filter, publicOnly: false });
  return { items: page.items.map(trailOf), next: page.next };
}
