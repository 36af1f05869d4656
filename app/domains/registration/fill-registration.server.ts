import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { completeAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { insertConsents } from './consent.store.server.ts';
import { fillRow, selectGaps, type Gaps, type KnownRow } from './list.store.server.ts';
import { matchKey } from './match-keys.server.ts';
import { insertNeeds } from './need.store.server.ts';
import type { Entry, Listed } from './read-entries.server.ts';
import { isGone } from './rules.ts';
import type { Purpose } from './types.ts';

/** What a row of a list adds to a registration that is there: never more than what was empty. */
export type Filling = {
  fields: ('correo' | 'telefono' | 'documento' | 'anio_nacimiento' | 'acudiente_nombre')[];
  consents: Purpose[];
  needs: { need: string; note: string }[];
};

/** What a row adds to a registration whose gaps are known; null when it adds nothing that shows. */
function fillingOf({ input }: Pick<Listed, 'input'>, gaps: Gaps): Filling | null {
  const fields: Filling['fields'] = [];
  if (!gaps.email && input.email) fields.push('correo');
  if (!gaps.phone && input.phone) fields.push('telefono');
  if (!gaps.hasDocument && input.document) fields.push('documento');
  if (!gaps.hasBirth && input.answers.anio_nacimiento !== undefined) fields.push('anio_nacimiento');
  if (!gaps.isMinor && input.guardianName) fields.push('acudiente_nombre');
  const consents = input.consents.filter((purpose) => !gaps.consents.includes(purpose));
  const needs = input.needs.filter(({ need }) => !gaps.needs.includes(need));
  return fields.length + consents.length + needs.length === 0 ? null : { fields, consents, needs };
}

/**
 * What the rows of a list would fill in registrations that are there, by the rows' keys. Who registered on the web
 * keeps their own word: a list corrects only what lists, telephones and doors brought.
 */
export async function findFillings(
  db: Db,
  entries: Entry[],
  known: Map<string, KnownRow>,
): Promise<Map<string, Filling>> {
  const pairs = entries.flatMap((entry) => {
    const there = known.get(entry.key);
    return entry.kind === 'registration' && there && !isGone(there.state)
      ? [{ entry, id: there.id }]
      : [];
  });
  const gaps = await selectGaps(
    db,
    pairs.map(({ id }) => id),
  );
  return new Map(
    pairs.flatMap(({ entry, id }) => {
      const own = gaps.get(id);
      const filling = own && own.channel !== 'web' ? fillingOf(entry, own) : null;
      return filling ? [[entry.key, filling] as const] : [];
    }),
  );
}

/** Fills what a registration left empty, within the transaction that holds its meeting. */
export async function fillRegistration(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  there: KnownRow,
  entry: Pick<Listed, 'input' | 'channel' | 'consentAt'>,
): Promise<boolean> {
  const gaps = (await selectGaps(tx, [there.id])).get(there.id);
  if (!gaps || gaps.channel === 'web' || isGone(there.state)) return false;
  const filling = fillingOf(entry, gaps);
  const { input } = entry;
  if (filling) {
    await fillRow(tx, there.id, {
      email: input.email ?? null,
      emailKey: matchKey('email', input.email),
      phone: input.phone ?? null,
      phoneKey: matchKey('phone', input.phone),
      documentKey: matchKey('document', input.document),
      birthKey: matchKey('birth', input.answers.anio_nacimiento?.toString()),
      guardian:
        input.guardianName && input.guardianContact
          ? { name: input.guardianName, contact: input.guardianContact }
          : null,
    });
    await insertConsents(
      tx,
      there.id,
      filling.consents.map((purpose) => ({
        purpose,
        policyVersion: currentPolicy.version,
        policySha256: hashPolicy(currentPolicy),
        channel: entry.channel,
        at: entry.consentAt,
        recordedBy: actor.personId,
      })),
    );
    await insertNeeds(tx, there.id, filling.needs);
    await recordAudit(tx, actor, {
      action: 'registration.registration-filled',
      subjectKind: 'registration',
      subjectId: there.id,
      data: { meetingId: meeting.id, fields: filling.fields.length },
    });
  }
  const consents = [...gaps.standing, ...(filling?.consents ?? [])];
  if (input.consents.includes('estadistica') && consents.includes('estadistica'))
    await completeAnswers(
      tx,
      { registrationId: there.id, meetingId: meeting.id, channel: entry.channel },
      input.answers,
    );
  return filling !== null;
}
