import type { AuditAction } from '#app/kernel/audit-catalogue.ts';
import type { Role } from '#app/kernel/roles.ts';

/** What anybody may read of an act: what was done, in which part, on what; never by whom by name. */
export type PublicEntry = {
  id: string;
  at: Date;
  action: AuditAction;
  who: Role | 'sistema';
  subject: { kind: string; id: string };
  facts: Record<string, string | number | boolean>;
};

/** One act of the audit trail, for those who may read it whole. */
export type TrailEntry = Omit<PublicEntry, 'facts'> & {
  actorName: string;
  data: Record<string, unknown>;
};
