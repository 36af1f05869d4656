import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { isAppError } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { grantRole } from '#app/domains/accounts/grant-role.server.ts';
import { canSeatMember } from './policy.ts';
import type { SeatInput } from './schema.ts';
import { selectCommitmentIds, selectPersonId, upsertMember } from './member.store.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/**
 * Coordination seats a person in the Circle, or renews the seat: sector, organisation, commissions and term. The
 * role comes first, by its own command (which keeps its own audit row); a seat without it would be of no use,
 * and seating again mends a seat that was left half way.
 */
export async function seatMember(actor: Actor, input: SeatInput): Promise<{ id: string }> {
  authorize(canSeatMember(actor));
  const db = getDb();
  const commitmentIds = await selectCommitmentIds(db, input.commissions);
  if (commitmentIds.length !== input.commissions.length)
    throw fieldErrors({ comisiones: 'value_unknown' });
  const startsOn = input.from ?? civilDay(now());
  if (input.until && input.until < startsOn) throw fieldErrors({ hasta: 'date_order' });
  const personId = await selectPersonId(db, input.email);
  if (!personId) throw fieldErrors({ correo: 'person_unknown' });
  await grantCircle(actor, input);

  return await inTransaction(async (tx) => {
    const id = await upsertMember(tx, {
      id: newId(),
      personId,
      sector: input.sector,
      organisation: input.organisation,
      startsOn,
      endsOn: input.until ?? null,
      commitmentIds,
    });
    await recordAudit(tx, actor, {
      action: 'circle.member-seated',
      subjectKind: 'circle_member',
      subjectId: id,
      data: {
        sector: input.sector,
        comisiones: input.commissions,
        desde: startsOn,
        hasta: input.until ?? null,
      },
    });
    return { id };
  });
}

/** Gives the role with its sector; who already holds it keeps it. */
async function grantCircle(actor: Actor, input: SeatInput): Promise<void> {
  try {
    await grantRole(actor, {
      email: input.email,
      role: 'circulo',
      scope: input.sector,
      from: input.from,
      until: input.until,
    });
  } catch (error) {
    if (!(isAppError(error) && error.reason === 'role_already_given')) throw error;
  }
}
