import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import type { AuditAction } from '#app/kernel/audit-catalogue.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { writeReply } from './complete-letter.server.ts';
import { canHandleLetters } from './policy.ts';
import {
  dueOf,
  mayAsk,
  mayChangeKind,
  mayExtend,
  maySettle,
  mayTake,
  replyUntil,
} from './rules.ts';
import type { LetterActInput } from './schema.ts';
import { insertStep, lockLetter, updateLetter, type LetterChange } from './store.server.ts';
import { tellWriter } from './tell-writer.server.ts';
import type { Letter, Told } from './types.ts';

/**
 * What coordination does with a letter: takes it or leaves it, asks for more, extends its term with the
 * reason, says that it is of another kind, answers or closes it. The letter is held while it is done: of
 * two who answer at once the second is told.
 */
export async function handleLetter(
  actor: Actor,
  letterId: string | undefined,
  input: LetterActInput,
): Promise<void> {
  authorize(canHandleLetters(actor));
  await inTransaction(async (tx) => {
    const letter = isId(letterId) ? await lockLetter(tx, { id: letterId }) : null;
    if (!letter) throw notFound('page_not_found');
    await write(tx, actor, letter, input);
  });
}

async function write(tx: Tx, actor: Actor, letter: Letter, input: LetterActInput): Promise<void> {
  const at = now();
  const me = personIdOf(actor);
  switch (input.act) {
    case 'tomar':
      authorize(mayTake(letter, me));
      return await hold(tx, actor, letter, me);
    case 'soltar':
      authorize(maySettle(letter));
      return await hold(tx, actor, letter, null);
    case 'anotar':
      return await writeReply(tx, actor, letter, input.body);
    case 'pedir':
      authorize(mayAsk(letter, at));
      return await step(tx, actor, letter, 'pedida', input.body, {
        state: 'pedida',
        askedAt: at,
        replyUntil: replyUntil(letter, at),
      });
    case 'prorrogar':
      authorize(mayExtend(letter, at));
      return await step(tx, actor, letter, 'prorrogada', input.body, {
        extendedAt: at,
        dueAt: dueOf({ ...letter, extendedAt: at }),
      });
    case 'cambiar': {
      authorize(mayChangeKind(letter));
      const { kind, claim } = input;
      if (kind === letter.kind && claim === letter.claim) return;
      const dueAt = dueOf({ ...letter, kind, claim });
      return await step(tx, actor, letter, 'cambiada', '', { kind, claim, dueAt });
    }
    case 'responder':
      authorize(maySettle(letter));
      return await step(tx, actor, letter, 'respondida', input.body, settled('respondida', at));
    case 'cerrar':
      authorize(maySettle(letter));
      return await step(tx, actor, letter, 'cerrada', input.body, settled('cerrada', at));
  }
}

const settled = (state: 'respondida' | 'cerrada', at: Date): LetterChange => ({
  state,
  settledAt: at,
});

/** Who answers; a letter that waits for its writer goes on waiting. */
async function hold(tx: Tx, actor: Actor, letter: Letter, holder: string | null): Promise<void> {
  if (letter.handlerId === holder) return;
  const state = holder ? 'en_tramite' : 'recibida';
  await updateLetter(tx, letter.id, {
    handlerId: holder,
    ...(letter.state !== 'pedida' && { state }),
  });
  if (holder)
    await insertStep(tx, {
      letterId: letter.id,
      kind: 'tomada',
      body: '',
      dueAt: null,
      by: holder,
      at: now(),
    });
  await audit(tx, actor, letter, holder ? 'letters.letter-taken' : 'letters.letter-released');
}

const actions: Record<Exclude<Told, 'recibida'>, AuditAction> = {
  pedida: 'letters.more-asked',
  prorrogada: 'letters.term-extended',
  cambiada: 'letters.kind-changed',
  respondida: 'letters.letter-answered',
  cerrada: 'letters.letter-closed',
};

/** Changes the letter, notes the step with its date and tells who wrote. */
async function step(
  tx: Tx,
  actor: Actor,
  letter: Letter,
  kind: Exclude<Told, 'recibida'>,
  body: string,
  change: LetterChange,
): Promise<void> {
  const me = personIdOf(actor);
  const by = { handlerId: letter.handlerId ?? me };
  await updateLetter(tx, letter.id, { ...change, ...by });
  const dueAt = change.dueAt ?? null;
  await insertStep(tx, { letterId: letter.id, kind, body, dueAt, by: me, at: now() });
  await audit(tx, actor, letter, actions[kind], { late: now() > letter.dueAt });
  await tellWriter(tx, { ...letter, ...change }, kind, { body });
}

async function audit(
  tx: Tx,
  actor: Actor,
  letter: Letter,
  action: AuditAction,
  data: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(tx, actor, {
    action,
    subjectKind: 'letter',
    subjectId: letter.id,
    data: { kind: letter.kind, ...data },
  });
}
