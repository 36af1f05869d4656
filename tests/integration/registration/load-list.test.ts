import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { loadList } from '#app/domains/registration/load-list.server.ts';
import { previewList } from '#app/domains/registration/preview-list.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import {
  chooseForList,
  dropList,
  uploadList,
} from '#app/domains/registration/upload-list.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { xlsx } from '#tests/factories/spreadsheets.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { newLocalities, run, file } from './lists.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { declaredOf, rowsOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  await newLocalities(database.owner);
});

/** A meeting with who facilitates it, signed in. */
async function newDesk() {
  const { id } = await newMeeting(database.owner, plan, { capacity: 3 });
  return { id, ...(await newFacilitator(id)) };
}

async function newFacilitator(meetingId: string): Promise<{ actor: Actor; session: string }> {
  const actor = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meetingId }],
  });
  return { actor, session: await openSession(database.owner, actor.personId!, 'a device') };
}

const lists = async () =>
  (await sql`select id from declared.list_upload`.execute(database.owner)).rows;

const hand = (rows: string[]) => Buffer.from(`Nombres;Contacto;Vive en\n${rows.join('\n')}\n`);

describe('a list that who facilitates loads', () => {
  it('is looked at first: columns by hand, one permission for all, localities to accept', async () => {
    const { id, actor, session } = await newDesk();
    const bytes = hand([
      'Rosa Díaz;3001112233;Usakén',
      'Beto Cruz;beto@prueba.convite;Marte',
      ';x;',
    ]);
    const asked = {
      meetingId: id,
      session,
      listId: await uploadList(actor, { meetingId: id, session }, bytes),
    };
    const look = async () => (await previewList(actor, asked, translatorOf('en'))).preview;
    const first = await look();
    expect(first.columns.map(({ name, column }) => [name, column])).toEqual([
      ['Nombres', 'nombre'],
      ['Contacto', ''],
      ['Vive en', ''],
    ]);
    expect(first.rows.map(({ fate }) => fate)).toEqual(['rechazada', 'rechazada', 'rechazada']);
    expect(first.rows[0]!.notes[0]!.text).toMatch(/^It says neither/);
    const choose = async (contact: string, places: Record<string, string> = {}) =>
      await chooseForList(actor, asked, (header) => ({
        map: { nombre: header[0]!, [contact]: header[1]!, localidad: header[2]! },
        everybody: { channel: 'telefono', day: '2026-11-02' },
        places,
      }));
    await choose('telefono');
    const second = await look();
    expect(second.rows.map(({ fate, name }) => [fate, name])).toEqual([
      ['nueva', 'Rosa Díaz'],
      ['rechazada', 'Beto Cruz'],
      ['rechazada', ''],
    ]);
    expect(second.places).toEqual([
      { text: 'Usakén', lines: 1, code: '01', suggestion: 'Usaquén' },
    ]);
    expect(await rowsOf(id)).toEqual([]);
    await choose('telefono', { Usakén: '01' });
    expect((await look()).places).toEqual([
      { text: 'Usakén', lines: 0, code: '01', suggestion: null },
    ]);
    expect(await loadList(actor, asked)).toMatchObject({ created: 1, waiting: 0 });
    const [rosa] = await rowsOf(id);
    expect(rosa).toMatchObject({
      name: 'Rosa Díaz',
      phone: '3001112233',
      channel: 'telefono',
      recorded_by: actor.personId,
      person_id: null,
    });
    // Without a permission for figures nothing that somebody says of themselves is kept.
    expect(await declaredOf(rosa!.id)).toBeUndefined();
    expect(
      await database.owner
        .selectFrom('registration_consent')
        .select(['purpose', 'channel', 'recorded_by'])
        .execute(),
    ).toEqual([{ purpose: 'inscripcion', channel: 'telefono', recorded_by: actor.personId }]);
    expect(await lists()).toEqual([]);
    await expect(loadList(actor, asked)).rejects.toMatchObject({ reason: 'list_over' });
  });

  it('says what becomes of each row, and shows who may be one person beside who is there', async () => {
    const { id, actor, session } = await newDesk();
    const head =
      'nombre,correo,telefono,acepta_inscripcion,acepta_estadistica,consentimiento_fecha';
    await run(
      file(
        `${head}\nRosa Elvira Díaz,rosa@prueba.convite,,si,,2026-11-02\n` +
          'Inés Pardo Ruiz,ines@prueba.convite,,si,,2026-11-02\n',
      ),
      id,
    );
    const bytes = xlsx([
      ['Lista del taller'],
      ['Nombre', 'Correo', 'Teléfono', 'Acepta inscripción', 'Consentimiento fecha', 'Género'],
      ['Rosa Elvira Díaz', 'rosa@prueba.convite', 3001112233, true, { serial: 46328 }, 'F'],
      ['Pardo Ruiz Ines', 'otra@prueba.convite', null, 'x', '20-nov-25', 'marciano'],
      ['Beto Cruz', 'beto@prueba.convite', null, 'sí', { serial: 46328 }, ''],
      ['BETO CRUZ', 'beto@prueba.convite', null, 'sí', { serial: 46328 }, ''],
      ['Sin Permiso', 'sin@prueba.convite', null, 'no', null, ''],
    ]);
    const listId = await uploadList(actor, { meetingId: id, session }, bytes);
    const asked = { meetingId: id, session, listId };
    const { preview } = await previewList(actor, asked, translatorOf('es'));
    expect(preview.rows.map(({ line, fate, fills, first }) => [line, fate, fills, first])).toEqual([
      [3, 'completa', ['telefono'], null],
      [4, 'nueva', [], null],
      [5, 'espera', [], null],
      [6, 'repetida', [], 5],
      [7, 'rechazada', [], null],
    ]);
    expect(preview.rows[1]!.notes).toEqual([
      { column: 'genero', text: 'No lo entendimos; queda sin este dato.' },
    ]);
    expect(preview.pairs).toMatchObject([
      {
        why: 'nombre',
        one: { line: 4, name: 'Pardo Ruiz Ines' },
        other: { line: null, name: 'Inés Pardo Ruiz', contact: 'ines@prueba.convite' },
      },
    ]);
    expect(JSON.stringify(preview.rows)).not.toMatch(/marciano/);
    await chooseForList(actor, asked, () => ({ skipped: [4] }));
    const after = (await previewList(actor, asked, translatorOf('es'))).preview;
    expect(after.rows[1]).toMatchObject({ line: 4, fate: 'omitida' });
    expect(await loadList(actor, asked)).toMatchObject({ created: 1, filled: 1, pairs: 0 });
    expect((await rowsOf(id)).map(({ name, phone }) => [name, phone])).toEqual([
      ['Rosa Elvira Díaz', '3001112233'],
      ['Inés Pardo Ruiz', null],
      ['Beto Cruz', null],
    ]);
  });

  it('says of a row whose needs or group seem to hold personal data that they do, never which', async () => {
    const { id, actor, session } = await newDesk();
    const bytes = Buffer.from(
      'nombre,correo,acepta_inscripcion,acepta_estadistica,consentimiento_fecha,apoyo_otro,organizacion\n' +
        'Rosa Díaz,rosa@prueba.convite,si,si,2026-11-02,llamar al 3105550123,Colectivo Humedal\n' +
        'Beto Cruz,beto@prueba.convite,si,si,2026-11-02,una rampa,mi vecino Carlos Rodríguez\n' +
        'Inés Pardo,ines@prueba.convite,si,si,2026-11-02,una silla,Colectivo Humedal\n',
    );
    const listId = await uploadList(actor, { meetingId: id, session }, bytes);
    const asked = { meetingId: id, session, listId };
    const { preview } = await previewList(actor, asked, translatorOf('es'));
    expect(preview.rows.map(({ fate, notes }) => [fate, notes])).toEqual([
      ['nueva', [{ column: 'apoyo_otro', text: 'Parece que tiene un dato personal.' }]],
      ['nueva', [{ column: 'organizacion', text: 'Parece que tiene un dato personal.' }]],
      ['nueva', []],
    ]);
    expect(JSON.stringify(preview.rows)).not.toMatch(/3105550123|Carlos/);
    expect(await loadList(actor, asked)).toMatchObject({ created: 3 });
  });

  it('is opened by nobody else, and goes with its hour, a new one, or when it is dropped', async () => {
    const { id, actor, session } = await newDesk();
    const other = await newFacilitator(id);
    const bytes = hand(['Rosa Díaz;3001112233;']);
    const listId = await uploadList(actor, { meetingId: id, session }, bytes);
    const asked = { meetingId: id, session, listId };
    for (const stranger of [other.session, 'no-session', ''])
      await expect(
        previewList(other.actor, { ...asked, session: stranger }, translatorOf('es')),
      ).rejects.toMatchObject({ reason: 'list_over' });
    await expect(
      previewList(await newActor(database.owner), asked, translatorOf('es')),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    // The web role reads the table no other way.
    await expect(
      database.db
        .selectFrom('declared.list_upload' as 'registration')
        .selectAll()
        .execute(),
    ).rejects.toThrow(/permission denied/);
    const again = await uploadList(actor, { meetingId: id, session }, bytes);
    await expect(previewList(actor, asked, translatorOf('es'))).rejects.toMatchObject({
      reason: 'list_over',
    });
    expect(await lists()).toHaveLength(1);
    await dropList(actor, { ...asked, listId: again });
    expect(await lists()).toEqual([]);
    await uploadList(actor, { meetingId: id, session }, bytes);
    await asWorker(database, async () => await sweeps['registration.lists']());
    expect(await lists()).toHaveLength(1);
    setClockOffset(61 * 60_000);
    await asWorker(database, async () => await sweeps['registration.lists']());
    expect(await lists()).toEqual([]);
    const audit = await database.owner.selectFrom('audit_entry').select('data').execute();
    expect(JSON.stringify(audit)).not.toMatch(/Rosa|3001112233/);
  });

  it('that cannot be read is refused beside its field, with the line, and nothing is kept', async () => {
    const { id, actor, session } = await newDesk();
    const asked = { meetingId: id, session };
    await expect(uploadList(actor, asked, Buffer.alloc(0))).rejects.toMatchObject({
      errors: { archivo: ['file_required'] },
    });
    for (const [bytes, key] of [
      [Buffer.from('nombre,correo,Nombre\na,b,c\n'), 'header.repeated'],
      [Buffer.from('nombre,correo\n'), 'rows.none'],
      [Buffer.from('%PDF-1.7\u0000'), 'file.kind'],
      [Buffer.from(`nombre\n${'Ana\n'.repeat(2001)}`), 'file.rows'],
      [Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'file.heavy'],
    ] as const)
      await expect(uploadList(actor, asked, bytes)).rejects.toMatchObject({ lines: [{ key }] });
    expect(await lists()).toEqual([]);
  });
});
