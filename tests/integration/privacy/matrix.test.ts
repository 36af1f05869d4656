import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { freshDatabase } from '#tests/integration/database.ts';
import { addressesOf, patterns } from './addresses.ts';
import { expected } from './expected.ts';
import { hashed, openColumns, openTables, others } from './open-columns.ts';
import { startWeb } from './web-process.ts';
import { fieldsIn, linesOf, type Line } from './words.ts';
import { newCity, type City } from './world.ts';

const database = freshDatabase();
let city: City;
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
  city = await newCity(database.owner);
  web = await startWeb(database.url('web'));
}, 240_000);
afterAll(async () => await web?.stop());

type Asked = { pattern: string; address: string; path: string; visitor: string; cookie: string };

/** Every address for every visitor, as a document and, where it is a page, as data. */
function everything(): Asked[] {
  const addresses = addressesOf(city);
  return patterns.flatMap(({ path: pattern, isPage }) =>
    (addresses[pattern] ?? []).flatMap((path) => {
      const [place = '', query] = path.split('?');
      const data = `${place === '/' ? '/_root' : place}.data${query ? `?${query}` : ''}`;
      return Object.entries(city.visits).flatMap(([visitor, cookie]) =>
        (isPage ? [path, data] : [path]).map((address) => ({
          pattern,
          address,
          path,
          visitor,
          cookie,
        })),
      );
    }),
  );
}

/** Asks for everything; what was found, as `field | visitor | pattern`, with an address of each. */
async function findAll(): Promise<{ found: Map<string, string>; broken: string[] }> {
  const found = new Map<string, string>();
  const broken: string[] = [];
  const waiting = everything();
  const pages = new Set(patterns.filter(({ isPage }) => isPage).map(({ path }) => path));
  const lane = async () => {
    for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
      const { pattern, address, path, visitor, cookie } = asked;
      const answer = await fetch(web.url + address, {
        redirect: 'manual',
        headers: {
          cookie,
          'user-agent': city.secrets['visit.browser']!,
          'x-forwarded-for': city.secrets['visit.address']!,
        },
      });
      if (answer.status >= 500) broken.push(`${answer.status} ${visitor} ${address}`);
      const text = (await answer.text()) + JSON.stringify([...answer.headers]);
      for (const field of fieldsIn(city.secrets, text)) {
        // What an address says of itself is no news.
        if (path.includes(city.secrets[field]!)) continue;
        const isOwnName = field === `${visitor}.name` && pages.has(pattern);
        found.set(`${field} | ${visitor} | ${isOwnName ? 'any page' : pattern}`, address);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return { found, broken };
}

const isAt = (place: string, pattern: string) =>
  place.endsWith('*') ? pattern.startsWith(place.slice(0, -1)) : pattern === place;
const covers = (line: Line, found: string) => {
  const [field, visitor, pattern = ''] = found.split(' | ');
  return line.field === field && line.visitor === visitor && isAt(line.place, pattern);
};

it('every address of the site is asked for, with something in its place', () => {
  const addresses = addressesOf(city);
  expect(
    patterns.map(({ path }) => path).filter((path) => (addresses[path] ?? []).length === 0),
  ).toEqual([]);
  expect(
    Object.values(addresses)
      .flat()
      .filter((path) => path.includes(':')),
  ).toEqual([]);
});

it('every private word is found by those whom it is for, where they look for it, and by nobody else', async () => {
  const { found, broken } = await findAll();
  const lines = linesOf(expected);
  expect.soft(broken).toEqual([]);
  expect
    .soft([...new Set(lines.map(({ field }) => field))].sort())
    .toEqual(Object.keys(city.secrets).sort());
  const leaks = [...found].filter(([one]) => !lines.some((line) => covers(line, one)));
  expect.soft(leaks.map(([one, address]) => `${one} (${address})`).sort()).toEqual([]);
  const blind = lines.filter(
    (line) => line.place !== '' && ![...found.keys()].some((one) => covers(line, one)),
  );
  expect.soft(blind).toEqual([]);
  expect.soft([...found.values()].some((address) => /\.data(\?|$)/.test(address))).toBe(true);
}, 240_000);

it('a word is planted in every column that holds text, but where the list says why not', async () => {
  const { rows: columns } = await sql<{ schema: string; table: string; name: string }>`
    select c.table_schema as schema, c.table_name as table, c.column_name as name
    from information_schema.columns c
      join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
    where c.table_schema in ('public', 'declared') and c.data_type in ('text', 'jsonb', 'ARRAY')
  `.execute(database.owner);
  const bare: string[] = [];
  for (const { schema, table, name } of columns) {
    if (openTables.includes(table) || openColumns.includes(name)) continue;
    if (hashed.some((each) => name.endsWith(each))) continue;
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(`${schema}.${table}`)}
      where ${sql.ref(name)}::text ~ 'zq[a-z]+qz'
    `.execute(database.owner);
    if (rows[0]?.n === 0) bare.push(`${table}.${name}`);
  }
  expect(bare.sort()).toEqual(Object.keys(others).sort());
});

describe('afterwards', () => {
  it('the log says nothing of anybody', () => {
    expect(web.said()).toContain('web process ready');
    expect(fieldsIn(city.secrets, web.said())).toEqual([]);
  });

  it('a mail says to its reader what is the reader’s own', async () => {
    const { rows } = await sql<{ recipient: string; said: string }>`
      select recipient, concat_ws(' ', subject, body, links) as said from mail
      where recipient <> ${`${city.secrets['mail.recipient']}@prueba.convite`}
    `.execute(database.owner);
    expect(
      rows.map(({ recipient, said }) => [recipient, fieldsIn(city.secrets, said).sort()]),
    ).toEqual([
      [
        `${city.secrets['registration.email']}@prueba.convite`,
        ['meeting.onlineUrl', 'registration.code', 'registration.name'],
      ],
    ]);
  });
});
