import { notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { recallCommitments } from '#app/domains/plan/recall-plan.server.ts';
import { isScope, levelOf } from './rules.ts';
import { selectScopes } from './table.store.server.ts';

export type NamedScope = { key: string; title: string | null; isPublished: boolean };

/**
 * The scopes that can be looked at, from the whole plan down. What stands behind a proposal is for
 * its own pages.
 */
export async function listScopes(db: Db): Promise<{ scope: string; title: string | null }[]> {
  return (await selectScopes(db))
    .filter(({ scope }) => isScope(scope))
    .sort((a, b) => levelOf(a.scope) - levelOf(b.scope));
}

/** The title of the meeting that a scope names, where it is one that everybody may see. */
async function findMeetingTitle(db: Db, scope: string): Promise<string | null> {
  return scope.startsWith('taller:')
    ? (await getMeeting(db, null, scope.slice('taller:'.length))).title
    : null;
}

/**
 * What can be looked at, each with its name; what is asked for stands in it before anything of it
 * is published. Not found where nobody knows what is asked for.
 */
export async function listNamedScopes(
  db: Db,
  scope: string,
  locale: Locale,
): Promise<NamedScope[]> {
  const [scopes, commitments, phases] = await Promise.all([
    listScopes(db),
    recallCommitments(db, locale),
    getPhases(db, locale),
  ]);
  const asking = scopes.some((each) => each.scope === scope)
    ? scopes
    : [{ scope, title: await findMeetingTitle(db, scope) }, ...scopes];
  const named = asking.map(({ scope: key, title }) => ({
    key,
    title:
      title ??
      commitments.find(({ slug }) => key === `compromiso:${slug}`)?.shortTitle ??
      phases.find(({ kind }) => key === `fase:${kind}`)?.name ??
      null,
    isPublished: scopes.some((each) => each.scope === key),
  }));
  const known = named.filter(({ key, title }) => title !== null || levelOf(key) === 0);
  if (!known.some(({ key }) => key === scope)) throw notFound('scope_unknown_public');
  return known;
}
