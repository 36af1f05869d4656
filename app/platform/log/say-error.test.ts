import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { sayError } from './say-error.ts';

const typed = 'ana.maria@ejemplo.co';

describe('an error in the log', () => {
  it('of the database names the place and not the row', () => {
    const error = Object.assign(new pg.DatabaseError('x', 1, 'error'), {
      message: `duplicate key value violates unique constraint "person_email_key"`,
      code: '23505',
      constraint: 'person_email_key',
      detail: `Key (email)=(${typed}) already exists.`,
      where: `unnamed portal parameter $1 = '${typed}'`,
      parameters: [typed],
    });
    const said = sayError(error);
    expect(said).toMatchObject({ code: '23505', where: { constraint: 'person_email_key' } });
    expect(JSON.stringify(said)).not.toContain(typed);
  });

  it.each([
    `invalid input syntax for type uuid: "${typed}"`,
    `date/time field value out of range: "${typed}"`,
    `Unexpected token 'a', "${typed}" is not valid JSON`,
    `Invalid URL\n${typed}`,
    `No existe «${typed}»`,
  ])('repeats nothing of %s', (message) => {
    const said = JSON.stringify(sayError(new Error(message, { cause: new Error(message) })));
    expect(said).not.toContain(typed);
    expect(said).toContain('say-error.test.ts');
  });
});
