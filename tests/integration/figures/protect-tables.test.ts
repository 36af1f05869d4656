import { describe, it } from 'vitest';
import { expectSafeWorlds } from './safe-worlds.ts';

describe('protected tables', () => {
  it(
    'let no secret be recovered in 30 random worlds, over releases that follow one another',
    async () => await expectSafeWorlds(30),
    600_000,
  );
});
