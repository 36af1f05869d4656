import { auditCatalogue, type AuditAction } from '#app/kernel/audit-catalogue.ts';
import type { Role } from '#app/kernel/roles.ts';
import type { PublicEntry } from './types.ts';

/** The part in which an act is done, by slice; an act whose actor holds none of them is a citizen's. */
const partsOf: Record<string, readonly Role[]> = {
  accounts: ['coordinacion'],
  plan: ['coordinacion'],
  moderation: ['moderacion', 'coordinacion'],
  proposals: ['moderacion'],
  circle: ['circulo', 'coordinacion'],
};
const triage = ['moderacion', 'coordinacion', 'circulo'] as const;
const partsOfAction: Partial<Record<AuditAction, readonly Role[]>> = {
  'ideas.idea-published': triage,
  'ideas.idea-returned': triage,
  'ideas.idea-rejected': triage,
  'ideas.idea-rerouted': triage,
  'ideas.idea-merged': triage,
  'ideas.idea-turned-petition': triage,
  'ideas.idea-hidden': triage,
  'ideas.comment-hidden': triage,
  'ideas.idea-advanced': triage,
};

/** Whether a text names an action of the catalogue. */
export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditCatalogue, text);
}

/** As what somebody acted. */
export function partOf(
  action: AuditAction,
  actorKind: string,
  roles: readonly string[],
): PublicEntry['who'] {
  if (actorKind === 'system') return 'sistema';
  const parts = partsOfAction[action] ?? partsOf[action.split('.')[0] ?? ''] ?? [];
  return parts.find((part) => roles.includes(part)) ?? 'ciudadania';
}

const aboutRoles: readonly AuditAction[] = ['accounts.role-granted', 'accounts.role-revoked'];

/**
 * Acts that say what one person supports or does with their account: the trail counts them without saying
 * who or what.
 */
export function isPersonal(action: AuditAction): boolean {
  return (
    action.startsWith('votes.') || (action.startsWith('accounts.') && !aboutRoles.includes(action))
  );
}

/**
 * Codes and numbers that say nothing of a person; every other fact of an act stays out of the public
 * register.
 */
const publicKeys = [
  'phase',
  'number',
  'step',
  'version',
  'from',
  'to',
  'decision',
  'reason',
  'vote',
  'present',
  'role',
  'scopeKind',
  'sector',
  'dueAt',
  'until',
  'created',
  'read',
  'code',
  'commitmentId',
  'proposalId',
  'refId',
];

/** The facts of an act that anybody may read. */
export function publicFacts(data: unknown): PublicEntry['facts'] {
  const facts: PublicEntry['facts'] = {};
  if (typeof data !== 'object' || data === null) return facts;
  for (const [key, value] of Object.entries(data)) {
    if (
      publicKeys.includes(key) &&
      (typeof value === 'number' ||
        typeof value === 'boolean' ||
        (typeof value === 'string' && value.length <= 80))
    )
      facts[key] = value;
  }
  return facts;
}

const reachable: readonly AuditAction[] = [
  'ideas.idea-published',
  'ideas.idea-edited',
  'ideas.idea-advanced',
  'ideas.note-added',
  'ideas.comment-published',
  'ideas.idea-merged',
];

/** The public page of what an act was done on, where it has one. */
export function pageOf(entry: Pick<PublicEntry, 'action' | 'subject'>): string | null {
  if (entry.subject.kind === 'idea' && reachable.includes(entry.action))
    return `/ideas/${entry.subject.id}`;
  if (entry.subject.kind === 'propuesta') return `/propuestas/${entry.subject.id}`;
  return null;
}

/** The fields of what the trail keeps of an act; none of anything that is no object. */
export function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

/** Past and present of a change, as one line a field. */
export function changesOf(
  data: Record<string, unknown>,
): { field: string; before: string; after: string }[] {
  const { before, after } = data;
  if (typeof after !== 'object' || after === null) return [];
  const was = fieldsOf(before);
  return Object.entries(after).map(([field, value]) => ({
    field,
    before: said(was[field]),
    after: said(value),
  }));
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(said).join('\n');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
