import type { Actor } from '#app/kernel/actor.ts';
import { auditCatalogue, type AuditAction } from '#app/kernel/audit-catalogue.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

export type AuditEvent = {
  action: AuditAction;
  subjectKind: string;
  subjectId: string;
  /** Facts of the act: ids, codes and numbers; never what people declared of themselves, nor contacts. */
  data?: Record<string, unknown>;
};

/**
 * Writes the audit row of an act in the act's own transaction, with a snapshot of who acted. The name is kept
 * only of those who act in a role: what citizens do is told by id, and their name goes with their account.
 */
export async function recordAudit(tx: Tx, actor: Actor, event: AuditEvent): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: newId(),
      at: now(),
      action: event.action,
      actor_kind: actor.kind,
      actor_id: actor.personId,
      actor_name: actor.kind === 'system' || actor.grants.length > 0 ? actor.name : '',
      actor_roles: [...new Set(actor.grants.map((grant) => grant.role))],
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      data: JSON.stringify(event.data ?? {}),
      is_public: auditCatalogue[event.action].public,
    })
    .execute();
}

export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  actorKind: string;
  actorName: string;
  actorRoles: string[];
  subjectKind: string;
  subjectId: string;
  data: unknown;
};

/** Audit rows, newest first; filters are exact. */
export async function listAudit(
  db: Db,
  filter: {
    action?: string;
    subjectKind?: string;
    subjectId?: string;
    publicOnly?: boolean;
    since?: Date;
    until?: Date;
    before?: { at: Date; id: string };
    limit: number;
  },
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.subjectKind) query = query.where('subject_kind', '=', filter.subjectKind);
  if (filter.subjectId) query = query.where('subject_id', '=', filter.subjectId);
  if (filter.publicOnly) query = query.where('is_public', '=', true);
  if (filter.since) query = query.where('at', '>=', filter.since);
  if (filter.until) query = query.where('at', '<', filter.until);
  const before = filter.before;
  if (before)
    query = query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(before.at, before.id)));
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    actorRoles: row.actor_roles,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    data: row.data,
  }));
}
