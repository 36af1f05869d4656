import { expect, it } from 'vitest';
import { demoAccounts as seeded } from '#db/seeds/content/people.ts';
import { demoAccounts, demoRoleOf } from './demo-accounts.ts';

it('the sign-in page lists the accounts that the demonstration has, in the same order', () => {
  expect(demoAccounts).toEqual(seeded.map((person) => person.email));
});

it('each under the role that it shows', () => {
  for (const person of seeded) {
    const expected =
      person.roles[0]?.role === 'circulo'
        ? `circulo_${person.roles[0].scope?.id}`
        : (person.roles[0]?.role ??
          (person.key === 'facilitadora' ? 'facilitacion' : 'ciudadania'));
    expect(demoRoleOf(person.email)).toBe(expected);
  }
});
