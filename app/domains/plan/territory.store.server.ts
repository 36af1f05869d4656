import { sql } from 'kysely';
import type { DivisionWords } from '#app/platform/i18n/city-words.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import {
  noTerritory,
  type LocalityData,
  type MapInset,
  type TerritoryData,
  type TerritoryMap,
} from './territory.types.ts';
import type { Locality } from './types.ts';

type TerritoryRow = {
  one_es: string;
  many_es: string;
  one_en: string;
  many_en: string;
  map_width: number;
  map_height: number;
  map_inset: number[] | null;
};

const wordsOfRow = (row: TerritoryRow): DivisionWords => ({
  es: { one: row.one_es, many: row.many_es },
  en: { one: row.one_en, many: row.many_en },
});

function insetOfRow({ map_inset: box }: TerritoryRow): MapInset | null {
  if (!box) return null;
  const [x = 0, y = 0, width = 0, height = 0] = box;
  return { x, y, width, height };
}

async function selectTerritoryRow(db: Db) {
  return await db.selectFrom('territory').selectAll().executeTakeFirst();
}

/** The localities as lists and forms need them, in the city's order. */
export async function selectLocalities(db: Db): Promise<Locality[]> {
  return await db
    .selectFrom('locality')
    .select(['code', 'name', 'other_names as otherNames'])
    .orderBy('position')
    .orderBy('code')
    .execute();
}

/** How the city calls its parts. */
export async function selectWords(db: Db): Promise<DivisionWords> {
  const row = await selectTerritoryRow(db);
  return row ? wordsOfRow(row) : noTerritory.words;
}

/** The picture of the territory; null when no locality has a shape. */
export async function selectMap(db: Db): Promise<TerritoryMap | null> {
  const [row, shapes] = await Promise.all([
    selectTerritoryRow(db),
    db
      .selectFrom('locality')
      .select(['code', 'shape as path'])
      .where('shape', 'is not', null)
      .orderBy('position')
      .orderBy('code')
      .execute(),
  ]);
  if (!row || shapes.length === 0) return null;
  return {
    width: row.map_width,
    height: row.map_height,
    inset: insetOfRow(row),
    shapes: shapes.flatMap(({ code, path }) => (path === null ? [] : [{ code, path }])),
  };
}

/** The whole territory as plain data. */
export async function selectTerritory(db: Db): Promise<TerritoryData> {
  const row = await selectTerritoryRow(db);
  const localities = await db
    .selectFrom('locality')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute();
  const hasMap = localities.some(({ shape }) => shape !== null);
  return {
    undivided: row?.undivided ?? false,
    words: row ? wordsOfRow(row) : noTerritory.words,
    map:
      row && hasMap
        ? { width: row.map_width, height: row.map_height, inset: insetOfRow(row) }
        : null,
    localities: localities.map((locality) => ({
      code: locality.code,
      name: locality.name,
      otherNames: locality.other_names,
      persons: locality.persons,
      personsOn: locality.persons_on,
      source: locality.source,
      shape: locality.shape,
    })),
  };
}

/** Lets one change of the territory happen at a time. */
export async function lockTerritory(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('convite.territory'))`.execute(tx);
}

/** What is said of the territory as a whole. */
export async function upsertTerritory(
  tx: Tx,
  { undivided, words, map }: Omit<TerritoryData, 'localities'>,
): Promise<void> {
  const row = {
    undivided,
    one_es: words.es.one,
    many_es: words.es.many,
    one_en: words.en.one,
    many_en: words.en.many,
    map_width: map?.width ?? 0,
    map_height: map?.height ?? 0,
    map_inset: map?.inset ? [map.inset.x, map.inset.y, map.inset.width, map.inset.height] : null,
  };
  await tx
    .insertInto('territory')
    .values(row)
    .onConflict((oc) => oc.column('only_one').doUpdateSet(row))
    .execute();
}

/** Writes localities in their order, by code. */
export async function upsertLocalities(tx: Tx, localities: LocalityData[]): Promise<void> {
  if (localities.length === 0) return;
  await tx
    .insertInto('locality')
    .values(
      localities.map((locality, position) => ({
        code: locality.code,
        name: locality.name,
        other_names: locality.otherNames,
        position,
        persons: locality.persons,
        persons_on: locality.personsOn,
        source: locality.source,
        shape: locality.shape,
      })),
    )
    .onConflict((oc) =>
      oc.column('code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        other_names: eb.ref('excluded.other_names'),
        position: eb.ref('excluded.position'),
        persons: eb.ref('excluded.persons'),
        persons_on: eb.ref('excluded.persons_on'),
        source: eb.ref('excluded.source'),
        shape: eb.ref('excluded.shape'),
      })),
    )
    .execute();
}

export async function deleteLocalities(tx: Tx, codes: string[]): Promise<void> {
  if (codes.length > 0) await tx.deleteFrom('locality').where('code', 'in', codes).execute();
}

/**
 * Localities that an idea, a meeting or anything else refers to. Whoever points at a locality says so by a
 * foreign key: later slices need not be known here.
 */
export async function selectUsedCodes(db: Db): Promise<Set<string>> {
  const { rows: pointers } = await sql<{ from: string; column: string }>`
    select c.conrelid::regclass::text as "from", a.attname as "column"
    from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = 'locality'::regclass and c.contype = 'f'
    order by 1, 2
  `.execute(db);
  if (pointers.length === 0) return new Set();
  const used = pointers.map(
    ({ from, column }) =>
      sql`select l.code from locality l
          where exists (select from ${sql.table(from)} x where x.${sql.ref(column)} = l.code)`,
  );
  const { rows } = await sql<{ code: string }>`${sql.join(used, sql` union `)}`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** Whether the city is open: from then on people may have said where they live. */
export async function hasOpened(db: Db): Promise<boolean> {
  const city = await db.selectFrom('city').select('opened_at').executeTakeFirst();
  return city?.opened_at != null;
}
