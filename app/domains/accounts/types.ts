import type { ScopeKind } from '#app/kernel/actor.ts';
import type { Role } from '#app/kernel/roles.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** What each slice that holds personal data registers: the account page downloads and erases through it. */
export type PersonalData = {
  tables: readonly string[];
  /**
   * What the slice keeps of a person, by Spanish names, for the file that the person downloads.
   * Absent where it only holds who did some work: that is not theirs to take along.
   */
  collect?: (db: Db, personId: string, session: string) => Promise<Record<string, unknown>>;
  erase: (tx: Tx, personId: string) => Promise<void>;
};

/** What a link in a mail is for; each works once. */
export const linkPurposes = [
  'verify',
  'recover',
  'sign_in',
  'first_coordinator',
  'email_change',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How somebody gets in by a mailed link: at once, or to choose a new password. */
export type LinkWay = 'by_link' | 'recover';

/** A person as their own account page shows them. */
export type Account = {
  id: string;
  name: string;
  email: string;
  verified: boolean;
  locale: 'es' | 'en';
  isAdult: boolean;
  createdAt: Date;
};

/** A person as mails and self-service acts need them. */
export type Correspondent = { id: string; name: string; email: string; locale: 'es' | 'en' };

export type GrantedRole = Exclude<Role, 'ciudadania'>;
export const grantedRoles = [
  'facilitacion',
  'moderacion',
  'circulo',
  'entidad',
  'monitoreo',
  'coordinacion',
] as const satisfies readonly GrantedRole[];

export type GrantState = 'vigente' | 'futura' | 'vencida' | 'quitada';

/** A role somebody was given, with its scope in words of the plan. */
export type GrantView = {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  role: GrantedRole;
  scopeKind: ScopeKind | null;
  scopeId: string | null;
  /** Slug of the commitment or institution, sector, or id of the meeting. */
  scope: string | null;
  startsAt: Date;
  endsAt: Date | null;
  grantedBy: string | null;
  grantedAt: Date;
  revokedAt: Date | null;
  state: GrantState;
};
