import { describe, expect, it } from 'vitest';
import { systemActor, type Actor, type Grant } from '#app/kernel/actor.ts';
import { canChangeIdea, canSeeIdea, canWriteIdea } from './policy.ts';
import type { IdeaState } from './types.ts';

const author = 'author';
const person = (personId: string, grants: Grant[] = []): Actor => ({
  ...systemActor,
  kind: 'person',
  personId,
  grants,
});
const idea = (state: IdeaState, publishedAt: Date | null = null) => ({
  submittedAt: state === 'borrador' ? null : new Date(),
  state,
  authorId: author,
  commitment: { id: 'c1' },
  publishedAt,
  stateReason: '',
});
const kindOf = (decision: ReturnType<typeof canSeeIdea>) =>
  decision.allowed ? 'yes' : decision.error.kind;
const moderator = person('m', [{ role: 'moderacion', scopeKind: 'commitment', scopeId: 'c1' }]);
const elsewhere = person('n', [{ role: 'moderacion', scopeKind: 'commitment', scopeId: 'c2' }]);

describe('who sees an idea', () => {
  it('a draft: its author alone', () => {
    expect(
      [null, person('x'), moderator, person(author)].map((actor) =>
        kindOf(canSeeIdea(actor, idea('borrador'))),
      ),
    ).toEqual(['not-found', 'not-found', 'not-found', 'yes']);
  });

  it('a draft withdrawn before it was sent: still its author alone', () => {
    const withdrawn = { ...idea('retirada'), submittedAt: null };
    expect(
      [null, person('x'), moderator, person(author)].map((actor) =>
        kindOf(canSeeIdea(actor, withdrawn)),
      ),
    ).toEqual(['not-found', 'not-found', 'not-found', 'yes']);
  });

  it('one that waits: its author and the moderators of its commitment', () => {
    expect(
      [null, person('x'), elsewhere, moderator, person(author)].map((actor) =>
        kindOf(canSeeIdea(actor, idea('enviada'))),
      ),
    ).toEqual(['not-found', 'not-found', 'not-found', 'yes', 'yes']);
  });

  it('a hidden one: everybody else meets a tombstone', () => {
    expect(kindOf(canSeeIdea(null, idea('oculta', new Date())))).toBe('gone');
  });

  it('a published one: everybody, also after its author withdrew it', () => {
    expect(kindOf(canSeeIdea(null, idea('publicada', new Date())))).toBe('yes');
    expect(kindOf(canSeeIdea(null, idea('retirada', new Date())))).toBe('yes');
    expect(kindOf(canSeeIdea(null, idea('retirada', null)))).toBe('not-found');
  });
});

it('whoever is signed in begins an idea; the system has none of its own', () => {
  expect(
    [null, systemActor, person('x'), moderator].map((actor) => kindOf(canWriteIdea(actor))),
  ).toEqual(['unauthenticated', 'unauthenticated', 'yes', 'yes']);
});

it('only its author writes on an idea; nobody is the author of an imported one', () => {
  expect(canChangeIdea(person(author), idea('publicada')).allowed).toBe(true);
  expect(canChangeIdea(moderator, idea('publicada')).allowed).toBe(false);
  expect(canChangeIdea({ ...systemActor }, { ...idea('publicada'), authorId: null }).allowed).toBe(
    false,
  );
});
