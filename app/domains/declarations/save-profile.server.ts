import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { giveConsent, withdrawConsentOf } from '#app/domains/accounts/give-consent.server.ts';
import { selectOptions } from './store.server.ts';
import { declareProfile, deleteProfile, selectOwnProfile } from './profile.store.server.ts';
import { canDeclareSelf } from './policy.ts';
import type { ProfileInput } from './schema.ts';
import type { Profile } from './types.ts';

function personOf(actor: Actor): string {
  authorize(canDeclareSelf(actor));
  return personIdOf(actor);
}

/**
 * Keeps what an account says of itself as a new version, with its permission: acts from now on
 * count under it, earlier ones under theirs.
 */
export async function saveProfile(actor: Actor, input: ProfileInput): Promise<void> {
  const personId = personOf(actor);
  await inTransaction(async (tx) => {
    const genders = (await selectOptions(tx, civilDay(now()), 'es'))
      .filter(({ question }) => question === 'genero')
      .map(({ code }) => code);
    if (input.genero !== undefined && !genders.includes(input.genero))
      throw fieldErrors({ genero: 'choose_one' });
    if (input.anio_nacimiento !== undefined && input.anio_nacimiento > now().getUTCFullYear())
      throw fieldErrors({ anio_nacimiento: 'year_invalid' });
    const { genero, anio_nacimiento, localidad } = input;
    await giveConsent(tx, personId, 'estadistica');
    // What was not answered is left out of the JSON that is kept.
    await declareProfile(tx, personId, now(), { genero, anio_nacimiento, localidad });
    await recordAudit(tx, actor, {
      action: 'declarations.profile-declared',
      subjectKind: 'person',
      subjectId: personId,
    });
  });
}

/** Takes the permission back: every version goes at once. */
export async function withdrawProfile(actor: Actor): Promise<void> {
  const personId = personOf(actor);
  await inTransaction(async (tx) => {
    await withdrawConsentOf(tx, personId, 'estadistica');
    if (await deleteProfile(tx, personId))
      await recordAudit(tx, actor, {
        action: 'declarations.profile-erased',
        subjectKind: 'person',
        subjectId: personId,
        data: { why: 'withdrawn' },
      });
  });
}

/** What the person themselves said, by the token of their session; each reading leaves an audit row. */
export async function readOwnProfile(actor: Actor, session: string): Promise<Profile | null> {
  const personId = personOf(actor);
  return await inTransaction(async (tx) => {
    const profile = await selectOwnProfile(tx, session, now());
    if (profile)
      await recordAudit(tx, actor, {
        action: 'declarations.own-answers-read',
        subjectKind: 'person',
        subjectId: personId,
      });
    return profile;
  });
}
