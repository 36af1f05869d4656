import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Db, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import type { DivisionWords } from '#app/platform/i18n/city-words.ts';
import {
  composeTerritory,
  listOf,
  type Composition,
  type TerritoryChoices,
  type TerritoryDraft,
} from './compose-territory.ts';
import { territoryCounted } from './jobs.ts';
import { canRunPlan } from './policy.ts';
import { forgetPlan } from './recall-plan.server.ts';
import {
  deleteTerritoryDraft,
  selectTerritoryDraft,
  upsertTerritoryDraft,
} from './territory-draft.store.server.ts';
import { lockTerritory, selectTerritory } from './territory.store.server.ts';
import type { TerritoryData } from './territory.types.ts';
import { keptCodes, writeTerritory } from './write-territory.server.ts';

/** What would become of the territory with what was brought; null where nothing was. */
export async function previewTerritory(
  db: Db,
  actor: Actor,
): Promise<{ draft: TerritoryDraft; composed: Composition } | null> {
  authorize(canRunPlan(actor));
  const draft = await selectTerritoryDraft(db);
  if (!draft) return null;
  return {
    draft,
    composed: composeTerritory(await selectTerritory(db), draft, await keptCodes(db)),
  };
}

/** The territory as it stands. */
export async function getTerritory(db: Db, actor: Actor): Promise<TerritoryData> {
  authorize(canRunPlan(actor));
  return await selectTerritory(db);
}

/** What decides which rows there are and what they hold; people typed by hand only fill them. */
const shapeOf = ({ columns, join, asTyped, becomes }: TerritoryChoices) =>
  JSON.stringify([
    columns ?? {},
    join ?? '',
    asTyped ?? false,
    Object.entries(becomes ?? {}).sort(),
  ]);

/** Keeps what somebody chose, read with the titles of the list; whether what is looked at is another now. */
export async function chooseForTerritory(
  actor: Actor,
  read: (header: string[]) => TerritoryChoices,
): Promise<{ changed: boolean }> {
  authorize(canRunPlan(actor));
  return await inTransaction(async (tx) => {
    await lockTerritory(tx);
    const draft = await selectTerritoryDraft(tx);
    if (!draft) throw conflict('territory_draft_gone');
    const choices = read(listOf(draft).header);
    const seen = composeTerritory(await selectTerritory(tx), draft, await keptCodes(tx));
    const columns = Object.fromEntries(seen.columns.map(({ name, column }) => [name, column]));
    const shown: TerritoryChoices = { ...draft.choices, columns, join: seen.join?.chosen };
    const chosen: TerritoryChoices = {
      ...choices,
      columns: seen.columns.length > 0 ? choices.columns : {},
      join: choices.join ?? shown.join,
    };
    await upsertTerritoryDraft(tx, { ...draft, choices: chosen }, now());
    return { changed: shapeOf(shown) !== shapeOf(chosen) };
  });
}

async function write(tx: Tx, actor: Actor, before: TerritoryData, after: TerritoryData) {
  await writeTerritory(tx, actor, after);
  const counts = ({ localities }: TerritoryData) =>
    JSON.stringify(localities.map(({ code, persons, personsOn }) => [code, persons, personsOn]));
  if (counts(before) !== counts(after)) await enqueue(tx, territoryCounted, {});
}

/** Writes what was brought, as it was looked at. */
export async function saveTerritory(actor: Actor, words: DivisionWords): Promise<void> {
  authorize(canRunPlan(actor));
  await inTransaction(async (tx) => {
    await lockTerritory(tx);
    const draft = await selectTerritoryDraft(tx);
    if (!draft) throw conflict('territory_draft_gone');
    const before = await selectTerritory(tx);
    const composed = composeTerritory(before, draft, await keptCodes(tx));
    if (!composed.isWhole) throw conflict('territory_nothing');
    const wrong = composed.rows.filter(({ wrongPersons }) => wrongPersons !== null);
    if (wrong.length > 0)
      throw fieldErrors(
        Object.fromEntries(wrong.map(({ code }) => [`poblacion.${code}`, 'number_invalid'])),
      );
    await write(tx, actor, before, {
      undivided: false,
      words,
      map: composed.map,
      localities: composed.rows.map(
        ({ line: _, formerly: __, wrongPersons: ___, ...locality }) => locality,
      ),
    });
    await deleteTerritoryDraft(tx);
  });
  forgetPlan();
}

/** The city has no parts: what was there goes, unless something refers to it. */
export async function dropTerritory(actor: Actor): Promise<void> {
  authorize(canRunPlan(actor));
  await inTransaction(async (tx) => {
    await lockTerritory(tx);
    const before = await selectTerritory(tx);
    const isKept = await keptCodes(tx);
    if (before.localities.some(({ code }) => isKept(code))) throw conflict('territory_in_use');
    await write(tx, actor, before, { ...before, undivided: true, map: null, localities: [] });
    await deleteTerritoryDraft(tx);
  });
  forgetPlan();
}

/** What somebody corrects by hand of a locality that is there. */
export type Correction = { code: string; name: string; persons: number | null };

/** Corrects names and populations; a former name stays known, for lists that still have it. */
export async function correctTerritory(
  actor: Actor,
  words: DivisionWords,
  corrections: Correction[],
): Promise<void> {
  authorize(canRunPlan(actor));
  await inTransaction(async (tx) => {
    await lockTerritory(tx);
    const before = await selectTerritory(tx);
    const byCode = new Map(corrections.map((each) => [each.code, each]));
    const localities = before.localities.map((known) => {
      const said = byCode.get(known.code);
      if (!said) return known;
      const isCounted = said.persons !== known.persons;
      return {
        ...known,
        name: said.name,
        otherNames:
          said.name === known.name || known.otherNames.includes(known.name)
            ? known.otherNames
            : [...known.otherNames, known.name],
        persons: said.persons,
        personsOn: isCounted ? null : known.personsOn,
        source: isCounted ? '' : known.source,
      };
    });
    await write(tx, actor, before, { ...before, words, localities });
  });
  forgetPlan();
}

/** The territory that figures count with. */
export async function listCounted(db: Db): Promise<TerritoryData['localities']> {
  return (await selectTerritory(db)).localities.filter(({ persons }) => (persons ?? 0) > 0);
}
