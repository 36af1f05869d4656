import { describe, expect, it } from 'vitest';
import { systemActor, type Actor, type Grant } from '#app/kernel/actor.ts';
import {
  canConfirmHiding,
  canDecide,
  canDecideMany,
  canEditReasons,
  canReadQueue,
  canReport,
  canReview,
  canSettleAppeal,
  canSpeakFor,
  readScopes,
} from './policy.ts';

const person = (id: string, ...grants: Grant[]): Actor => ({
  ...systemActor,
  kind: 'person',
  personId: id,
  grants,
});
const grant = (role: Grant['role'], scopeId: string | null = null): Grant => ({
  role,
  scopeKind: scopeId ? 'commitment' : null,
  scopeId,
});
const citizen = person('ciudadana');
const moderator = person('moderadora', grant('moderacion'));
const scoped = person('moderador2', grant('moderacion', 'c1'));
const coordinator = person('coordinacion', grant('coordinacion'));
const subject = { commitmentId: 'c1', authorId: 'ciudadana' };
const elsewhere = { commitmentId: 'c2', authorId: 'ciudadana' };

describe('moderation', () => {
  it('is read by moderators and coordination only', () => {
    expect([moderator, scoped, coordinator].every((actor) => canReadQueue(actor).allowed)).toBe(
      true,
    );
    for (const actor of [
      null,
      citizen,
      person('m', grant('monitoreo')),
      person('e', grant('entidad')),
    ])
      expect(canReadQueue(actor)).toMatchObject({
        error: { kind: 'forbidden', reason: 'role_missing' },
      });
  });

  it('reaches the commitments of the grant; others are as if they were not there', () => {
    expect(readScopes(moderator)).toBe('all');
    expect(readScopes(coordinator)).toBe('all');
    expect(readScopes(scoped)).toEqual(['c1']);
    expect(canReview(scoped, subject).allowed).toBe(true);
    expect(canReview(scoped, elsewhere)).toMatchObject({ error: { kind: 'not-found' } });
    expect(canDecide(scoped, elsewhere)).toMatchObject({ error: { kind: 'not-found' } });
  });

  it('is decided by moderators; coordination reads', () => {
    expect(canDecide(moderator, subject).allowed).toBe(true);
    expect(canDecideMany(scoped).allowed).toBe(true);
    for (const actor of [coordinator, citizen, null]) {
      expect(canDecide(actor, subject)).toMatchObject({ error: { kind: 'forbidden' } });
      expect(canDecideMany(actor)).toMatchObject({ error: { kind: 'forbidden' } });
    }
  });

  it('never decides on what one wrote oneself', () => {
    expect(canDecide(moderator, { ...subject, authorId: 'moderadora' })).toMatchObject({
      error: { kind: 'conflict', reason: 'own_subject' },
    });
    expect(canDecide(moderator, { ...subject, authorId: null }).allowed).toBe(true);
  });

  it('hides with two people', () => {
    expect(canConfirmHiding(moderator, subject, 'otra').allowed).toBe(true);
    expect(canConfirmHiding(moderator, subject, 'moderadora')).toMatchObject({
      error: { reason: 'hiding_needs_second' },
    });
    expect(canConfirmHiding(coordinator, subject, 'otra').allowed).toBe(false);
  });

  it('settles appeals by somebody who took no part', () => {
    expect(canSettleAppeal(moderator, subject, ['otra', null]).allowed).toBe(true);
    expect(canSettleAppeal(moderator, subject, ['otra', 'moderadora'])).toMatchObject({
      error: { reason: 'appeal_needs_other' },
    });
    expect(canSettleAppeal(coordinator, subject, []).allowed).toBe(false);
  });

  it('hears anybody signed in, and the author alone for their idea', () => {
    expect(canReport(citizen).allowed).toBe(true);
    expect(canReport(null)).toMatchObject({ error: { kind: 'unauthenticated' } });
    expect(canSpeakFor(citizen, subject).allowed).toBe(true);
    for (const actor of [null, moderator, coordinator])
      expect(canSpeakFor(actor, subject)).toMatchObject({ error: { kind: 'not-found' } });
    expect(canSpeakFor(citizen, { authorId: null }).allowed).toBe(false);
  });

  it('lets coordination keep the reasons', () => {
    expect(canEditReasons(coordinator).allowed).toBe(true);
    expect(canEditReasons(systemActor).allowed).toBe(true);
    for (const actor of [null, citizen, moderator])
      expect(canEditReasons(actor).allowed).toBe(false);
  });
});
