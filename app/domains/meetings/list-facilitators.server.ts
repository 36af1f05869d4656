import type { Db } from '#app/platform/db/db.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { isOwn } from './name-facilitators.server.ts';

export type FacilitatorChoices = {
  people: { id: string; name: string; email: string }[];
  /** Those who have this meeting for itself, and not by its commitment or the whole plan. */
  own: string[];
};

/** People who facilitate some meeting, to be ticked for one; for who may give roles. */
export async function listFacilitatorChoices(
  db: Db,
  meetingId: string | null,
): Promise<FacilitatorChoices> {
  const held = (await listGrants(db)).filter(
    (grant) =>
      grant.role === 'facilitacion' && (grant.state === 'vigente' || grant.state === 'futura'),
  );
  const people = new Map(
    held.map(({ personId, name, email }) => [personId, { id: personId, name, email: email ?? '' }]),
  );
  const own =
    meetingId === null
      ? []
      : held.filter((grant) => isOwn(grant, meetingId)).map((grant) => grant.personId);
  return {
    people: [...people.values()].sort(
      (a, b) => a.name.localeCompare(b.name, 'es') || (a.id < b.id ? -1 : 1),
    ),
    own: [...new Set(own)],
  };
}
