import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import type { Answers, Catalogue } from '#app/domains/declarations/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { listDuplicatesOf } from './list-duplicates.server.ts';
import type { OwnPair } from './merge.store.server.ts';
import { readPersonal, type Proof } from './open-personal.server.ts';
import { mayAnswerLater, mayChangeRegistration } from './rules.ts';
import type { RegistrationFile, RegistrationView } from './types.ts';

export type OwnRegistration = {
  /** Others of the same meeting that its person may say are theirs too. */
  twins: OwnPair[];
  personal: { file: RegistrationFile; answers: Answers | null } | null;
  options: Catalogue;
  localities: { value: string; label: string }[];
  mayChange: boolean;
  /** Whether what was left unsaid may still be answered. */
  mayAnswer: boolean;
  isAdopted: boolean;
  canAdopt: boolean;
};

/**
 * What the page of a registration shows besides what its code alone does. `proof`: that
 * who asks is its person; `reads`: whether the personal part is shown, which leaves an audit row.
 */
export async function getOwnRegistration(
  db: Db,
  actor: Actor | null,
  { registration, meeting }: { registration: RegistrationView; meeting: Meeting },
  given: { locale: Locale; proof: Proof | null; reads: boolean },
): Promise<OwnRegistration> {
  const [options, localities, twins, personal] = await Promise.all([
    recallOptions(db, given.locale),
    recallLocalities(db),
    given.proof ? listDuplicatesOf(db, registration.id, given.proof.mailKey) : [],
    given.proof && given.reads ? readPersonal(actor, registration.id, given.proof.secret) : null,
  ]);
  return {
    twins: twins.filter((twin) => twin.sameContact),
    personal,
    options,
    localities: localities.map((locality) => ({ value: locality.code, label: locality.name })),
    mayChange: mayChangeRegistration(meeting, registration.state, now()).allowed,
    mayAnswer: mayAnswerLater(meeting, registration, now()).allowed,
    isAdopted: registration.personId !== null && registration.personId === actor?.personId,
    canAdopt: actor !== null && registration.personId === null,
  };
}
