import { createReadStream } from 'node:fs';
import { systemActor } from '#app/kernel/actor.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { ImportRefused, readCsv } from '#app/platform/files/read-csv.server.ts';
import { sayFieldMessage, sayRefusal } from '#app/platform/i18n/field-message.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import type { Catalogue } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { matchLocality } from '#app/domains/plan/match-locality.ts';
import {
  insertDuplicates,
  selectSettled,
  selectTraits,
  type Found,
} from './duplicate.store.server.ts';
import { likePairs, nameWords, type Pair, type Traits } from './likeness.ts';
import {
  columnName,
  consentMoment,
  dayText,
  isMinorOn,
  listColumns,
  readListRow,
  type ListRow,
} from './list-row.ts';
import { insertListedArrivals, selectKnownRows, type KnownRow } from './list.store.server.ts';
import { codeKey, codeOfRegistration, matchKey } from './match-keys.server.ts';
import { lockMeeting } from '#app/domains/meetings/read-meeting.server.ts';
import { findMeeting } from '#app/domains/meetings/read-meeting.server.ts';
import { writeRegistration } from './register-person.server.ts';
import { insertRegistration } from './store.server.ts';
import { givesPlace, mayRegister } from './rules.ts';
import { RegistrationForm } from './schema.ts';
import { registrationProblems, type RegistrationInput } from './schema.ts';
import type { Channel } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

export type ListResult = {
  leidas: number;
  /** Registrations written, those that wait among them. */
  creadas: number;
  ya_estaban: number;
  en_espera: number;
  solo_asistencia: number;
  rechazadas: { linea: number; motivo: string }[];
  /** `con_linea` is null when the other one was registered before, outside this list. */
  duplicados_posibles: { linea: number; con_linea: number | null; puntaje: number }[];
  localidades_sin_resolver: { linea: number; texto: string }[];
};

/** A row that will be kept: with consent as a registration, without it as somebody who came. */
type Entry = { line: number; id: string; key: string; channel: Channel; attended: boolean } & (
  | { kind: 'registration'; input: RegistrationInput; consentAt: Date; traits: Traits }
  | { kind: 'attendance' }
);

/** How many rows are written while the meeting is held: those who register on the web meanwhile wait no longer than that. */
const batchSize = 100;

const say = (message: string) => sayFieldMessage(translatorOf('es').t('errors'), message);

/**
 * Registers a list kept on paper, by phone or exported. Each row keeps its own consent; one without it counts as
 * attendance only. Places are given under the meeting's lock as to anybody else. The same list again creates nothing,
 * so that a run that was cut off is finished by another. With `dryRun` it says the same and writes nothing.
 */
export async function importRegistrations(
  input: { file: string; workshop: string; dryRun?: boolean | undefined },
  progress: (text: string) => void = () => undefined,
): Promise<ListResult> {
  const refuse = (motivo: string, linea = 0) =>
    new ImportRefused(motivo, [{ archivo: input.file, linea, motivo }]);
  const meeting = isId(input.workshop) ? await findMeeting(getDb(), input.workshop) : null;
  if (!meeting) throw refuse(`No hay un encuentro «${input.workshop}».`);
  const obstacle = obstacleOf(meeting);
  if (obstacle) throw refuse(obstacle);
  const table = await readCsv(createReadStream(input.file), input.file).catch((error: unknown) => {
    throw refuse(error instanceof Error ? error.message : String(error));
  });
  const names = new Map(table.header.map((name) => [name, columnName(name)]));
  if (![...names.values()].includes('nombre')) throw refuse('Falta la columna «nombre».', 1);
  const twice = table.header
    .map(columnName)
    .find((name, index, all) => listColumns.includes(name) && all.indexOf(name) !== index);
  if (twice) throw refuse(`La columna «${twice}» está dos veces.`, 1);
  const ignored = [...names]
    .filter(([, name]) => !listColumns.includes(name))
    .map(([name]) => name);
  if (ignored.length > 0) progress(`Columnas que no se usan: ${ignored.join(', ')}`);

  const result: ListResult = {
    leidas: table.rows.length + table.problems.length,
    creadas: 0,
    ya_estaban: 0,
    en_espera: 0,
    solo_asistencia: 0,
    duplicados_posibles: [],
    localidades_sin_resolver: [],
    rechazadas: table.problems.map(({ linea, motivo }) => ({ linea, motivo })),
  };
  const catalogue = await listOptions(getDb(), 'es');
  const localities = await listLocalities(getDb());
  const entries: Entry[] = [];
  const byKey = new Map<string, Entry>();
  const alike = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const row = readListRow(
      Object.fromEntries([...names].map(([name, column]) => [column, cells[name] ?? ''])),
    );
    const place = row.place === '' ? null : matchLocality(row.place, localities);
    if (row.place !== '' && place === null)
      result.localidades_sin_resolver.push({ linea: line, texto: row.place });
    const read = readEntry(line, row, place, meeting.id, catalogue, alike);
    if (typeof read === 'string') result.rechazadas.push({ linea: line, motivo: read });
    else {
      const first = byKey.get(read.key);
      if (!first) {
        byKey.set(read.key, read);
        entries.push(read);
      } else {
        result.ya_estaban += 1;
        first.attended ||= read.attended;
      }
    }
  }
  result.rechazadas.sort((a, b) => a.linea - b.linea);

  const known = await selectKnownRows(
    getDb(),
    meeting.id,
    entries.map((entry) => entry.key),
  );
  const pairs = await findPairs(meeting.id, entries, known);
  result.duplicados_posibles = pairs.map(({ line, withLine, score }) => ({
    linea: line,
    con_linea: withLine,
    puntaje: score,
  }));
  if (input.dryRun) tryPlaces(result, meeting, entries, known);
  else await writeEntries(result, meeting, entries, pairs, { refuse, progress });
  return result;
}

function obstacleOf(meeting: Meeting): string | null {
  if (meeting.closedAt) return 'El encuentro ya se cerró: su lista no cambia más.';
  const decision = mayRegister(meeting, now(), 'papel');
  return decision.allowed
    ? null
    : sayRefusal(translatorOf('es').t('errors'), decision.error.reason).text;
}

/** A row as it will be kept, or why it cannot be; the reason never repeats what a person wrote. */
function readEntry(
  line: number,
  row: ListRow,
  locality: string | null,
  meetingId: string,
  catalogue: Catalogue,
  alike: Map<string, number>,
): Entry | string {
  if (row.channel === null) return 'canal: se espera papel, telefono, puerta o web.';
  if (row.attended === 'wrong') return 'asistio: se espera si o no.';
  const keyOf = (kind: string, parts: (string | undefined)[]) =>
    matchKey('row', JSON.stringify([meetingId, kind, ...parts]))!;
  const base = { line, id: newId(), channel: row.channel, attended: row.attended };
  if (!row.consented || row.consentDay === null) {
    if (!row.attended)
      return 'No dice que acepta (acepta_inscripcion=si con consentimiento_fecha) ni que asistió: no se guarda nada.';
    // Rows without a name, or with the same, are different people: the third one is the third one again in the next run.
    const who = ['nombre', 'correo', 'telefono', 'documento'].map((name) =>
      String(row.fields[name]).toLowerCase(),
    );
    const nth = (alike.get(who.join('\n')) ?? 0) + 1;
    alike.set(who.join('\n'), nth);
    return { ...base, kind: 'attendance', key: keyOf('asistencia', [...who, String(nth)]) };
  }
  const consentAt = row.consentDay === 'wrong' ? null : consentMoment(row.consentDay, now());
  if (!consentAt)
    return 'consentimiento_fecha: se espera un día que ya pasó, como 2026-11-20 o 20/11/2026.';
  const parsed = RegistrationForm.safeParse({
    ...row.fields,
    ...(locality ? { localidad: locality } : {}),
  });
  if (!parsed.success)
    return whyOf(
      Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0] ?? ''), issue.message]),
      ),
    );
  const form = parsed.data;
  const wrong = registrationProblems(form, {
    catalogue,
    isLocality: locality !== null,
    today: now(),
  });
  if (
    row.birth &&
    isMinorOn(row.birth, now()) &&
    !(form.acudiente_nombre && form.acudiente_contacto && form.menor_oido)
  )
    wrong['acudiente_nombre'] ??= 'required';
  if (Object.keys(wrong).length > 0) return whyOf(wrong);
  const contacts = [matchKey('email', form.correo), matchKey('phone', form.telefono)].filter(
    (key) => key !== null,
  );
  return {
    ...base,
    kind: 'registration',
    input: form,
    consentAt,
    key: keyOf('inscripcion', [
      form.correo,
      form.telefono,
      form.documento,
      nameWords(form.nombre).join(' '),
    ]),
    traits: {
      name: form.nombre,
      birthYear: matchKey('birth', form.anio_nacimiento?.toString()),
      birthDate: row.birth && dayText(row.birth),
      document: matchKey('document', form.documento),
      documentText: form.documento ?? null,
      contacts,
    },
  };
}

function whyOf(wrong: Record<string, string>): string {
  return Object.entries(wrong)
    .map(
      ([field, message]) =>
        `${field}: ${say(/^[a-z_]+(\||$)/.test(message) ? message : 'required')}`,
    )
    .join(' ');
}

type FoundPair = Found & { line: number; withLine: number | null };

/** Pairs within the list, and of the list with who was there before; those that a person settled are not offered again. */
async function findPairs(
  meetingId: string,
  entries: Entry[],
  known: Map<string, KnownRow>,
): Promise<FoundPair[]> {
  const idOf = (entry: Entry) => known.get(entry.key)?.id ?? entry.id;
  const listed = entries
    .filter((entry) => entry.kind === 'registration')
    .filter((entry) => !['cancelada', 'unida'].includes(known.get(entry.key)?.state ?? ''));
  const ids = new Set(listed.map(idOf));
  const before = (await selectTraits(getDb(), meetingId)).filter((row) => !ids.has(row.id));
  const settled = await selectSettled(getDb(), meetingId);
  const rows: Traits[] = [...before, ...listed.map((entry) => entry.traits)];
  const at = (index: number) =>
    index < before.length
      ? { id: before[index]!.id, line: null }
      : { id: idOf(listed[index - before.length]!), line: listed[index - before.length]!.line };
  return likePairs(rows, (_, second) => second >= before.length).flatMap(
    ({ first, second, why, score }: Pair) => {
      const [one, other] = [at(second), at(first)];
      return settled.has(`${one.id} ${other.id}`)
        ? []
        : [{ id: one.id, otherId: other.id, why, score, line: one.line!, withLine: other.line }];
    },
  );
}

/** What writing would give: the same counts, nothing written. */
function tryPlaces(
  result: ListResult,
  meeting: Meeting,
  entries: Entry[],
  known: Map<string, KnownRow>,
): void {
  let places = meeting;
  for (const entry of entries) {
    if (known.has(entry.key)) result.ya_estaban += 1;
    else if (entry.kind === 'attendance') result.solo_asistencia += 1;
    else {
      const holds = givesPlace(places, entry.channel);
      places = holds
        ? { ...places, held: places.held + 1 }
        : { ...places, waiting: places.waiting + 1 };
      result.creadas += 1;
      if (!holds) result.en_espera += 1;
    }
  }
}

/** Writes the list in batches, each whole and under the meeting's lock. */
async function writeEntries(
  result: ListResult,
  meeting: Meeting,
  entries: Entry[],
  pairs: FoundPair[],
  tell: {
    refuse: (motivo: string, linea: number) => ImportRefused;
    progress: (text: string) => void;
  },
): Promise<void> {
  const ids = new Map<string, string>();
  let arrivals = 0;
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize);
    await inTransaction(async (tx) => {
      const held = await lockMeeting(tx, meeting.id);
      const obstacle = held ? obstacleOf(held) : 'El encuentro ya no existe.';
      if (!held || obstacle) throw tell.refuse(obstacle!, batch[0]!.line);
      const written = await writeBatch(tx, held, batch, ids);
      arrivals += await insertListedArrivals(
        tx,
        meeting.id,
        batch.filter((entry) => entry.attended).map((entry) => ids.get(entry.id)!),
        held.startsAt < now() ? held.startsAt : now(),
      );
      // A pair is noted as soon as both of it are there.
      const here = new Set(batch.map((entry) => entry.line));
      await insertDuplicates(
        tx,
        pairs
          .filter((pair) => here.has(pair.line))
          .map((pair) => ({
            ...pair,
            id: ids.get(pair.id) ?? pair.id,
            otherId: ids.get(pair.otherId) ?? pair.otherId,
          })),
        now(),
      );
      const isLast = start + batchSize >= entries.length;
      const totals = {
        creadas: result.creadas + written.creadas,
        ya_estaban: result.ya_estaban + written.ya_estaban,
        en_espera: result.en_espera + written.en_espera,
        solo_asistencia: result.solo_asistencia + written.solo_asistencia,
      };
      if (isLast && (totals.creadas > 0 || totals.solo_asistencia > 0 || arrivals > 0)) {
        await recordAudit(tx, systemActor, {
          action: 'registration.list-imported',
          subjectKind: 'meeting',
          subjectId: meeting.id,
          data: {
            read: result.leidas,
            created: totals.creadas,
            waiting: totals.en_espera,
            attendanceOnly: totals.solo_asistencia,
            rejected: result.rechazadas.length,
            arrivals,
          },
        });
      }
      Object.assign(result, totals);
    });
    tell.progress(`${Math.min(start + batchSize, entries.length)} de ${entries.length} filas`);
  }
}

async function writeBatch(
  tx: Tx,
  meeting: Meeting,
  batch: Entry[],
  ids: Map<string, string>,
): Promise<Pick<ListResult, 'creadas' | 'ya_estaban' | 'en_espera' | 'solo_asistencia'>> {
  const written = { creadas: 0, ya_estaban: 0, en_espera: 0, solo_asistencia: 0 };
  // Asked again under the lock: another run may have written the same list meanwhile.
  const known = await selectKnownRows(
    tx,
    meeting.id,
    batch.map((entry) => entry.key),
  );
  let places = meeting;
  for (const entry of batch) {
    const there = known.get(entry.key);
    ids.set(entry.id, there?.id ?? entry.id);
    if (there) written.ya_estaban += 1;
    else if (entry.kind === 'attendance') {
      await insertRegistration(tx, {
        id: entry.id,
        meetingId: meeting.id,
        codeKey: codeKey(codeOfRegistration(entry.id)),
        state: 'solo_asistencia',
        channel: entry.channel,
        name: '',
        email: null,
        phone: null,
        emailKey: null,
        phoneKey: null,
        documentKey: null,
        birthKey: null,
        personId: null,
        lang: 'es',
        guardian: null,
        overCapacity: false,
        recordedBy: null,
        at: now(),
        importKey: entry.key,
      });
      written.solo_asistencia += 1;
    } else {
      const { state } = await writeRegistration(tx, systemActor, places, entry.input, {
        channel: entry.channel,
        locale: 'es',
        id: entry.id,
        consentAt: entry.consentAt,
        listKey: entry.key,
        quiet: meeting.startsAt <= now(),
      });
      places =
        state === 'inscrita'
          ? { ...places, held: places.held + 1 }
          : { ...places, waiting: places.waiting + 1 };
      written.creadas += 1;
      if (state === 'en_espera') written.en_espera += 1;
    }
  }
  return written;
}
