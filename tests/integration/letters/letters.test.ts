import { afterEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { completeLetter } from '#app/domains/letters/complete-letter.server.ts';
import {
  getOwnLetter,
  listOwnLetters,
  readLetter,
} from '#app/domains/letters/get-letter.server.ts';
import { handleLetter } from '#app/domains/letters/handle-letter.server.ts';
import { codeKey } from '#app/domains/letters/letter-code.server.ts';
import { countLetters, listCalls, listDesk } from '#app/domains/letters/list-letters.server.ts';
import { noteCall } from '#app/domains/letters/note-call.server.ts';
import { LetterForm } from '#app/domains/letters/schema.ts';
import { sendLetter } from '#app/domains/letters/send-letter.server.ts';
import { sweeps } from '#app/domains/letters/sweeps.server.ts';
import { personalData } from '#app/domains/letters/personal-data.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { endings } from '#tests/integration/moderation/fixtures.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
afterEach(() => setClockOffset(0));
const day = 86_400_000;
let written = 0;

/** A form as somebody fills it in; each is of its own words. */
function form(more: Record<string, string> = {}) {
  written += 1;
  return LetterForm.parse({
    tipo: 'ayuda',
    nombre: 'Rosalba Chaparro',
    correo: `escribe-${written}@prueba.convite`,
    texto: `No puedo entrar a mi cuenta, intento ${written}.`,
    ...more,
  });
}
const byPhone = (more: Record<string, string> = {}) =>
  form({ correo: '', telefono: '310 555 0142', ...more });
const coordinator = async (name = 'Coordinadora'): Promise<Actor> =>
  await newActor(database.owner, { name, roles: ['coordinacion'] });
const answer = (body = 'Ya puedes entrar: mira el enlace de la página.') =>
  ({ act: 'responder', body }) as const;

async function sent(input = form(), actor: Actor | null = null) {
  const { code } = await sendLetter(actor, input, 'es');
  const own = await getOwnLetter(database.db, code);
  const { id } = await database.owner
    .selectFrom('letter')
    .select('id')
    .where('code_key', '=', codeKey(code))
    .executeTakeFirstOrThrow();
  return { code, id, own };
}
const mailsTo = async (address: string | null) =>
  await database.owner
    .selectFrom('mail')
    .select(['subject', 'body'])
    .where('recipient', '=', address ?? '')
    .orderBy('queued_at')
    .execute();

describe('writing', () => {
  it('gives a number a year without a gap, also to twenty at once, and one to a form sent twice', async () => {
    const inputs = Array.from({ length: 20 }, () => form());
    const codes = await Promise.all(
      [...inputs, inputs[0]!].map(async (input) => (await sendLetter(null, input, 'es')).code),
    );
    expect(codes[20]).toBe(codes[0]);
    const names = await Promise.all(
      codes.map(async (code) => (await getOwnLetter(database.db, code)).name),
    );
    const numbers = [...new Set(names)]
      .map((name) => Number(name.split('-')[2]))
      .sort((a, b) => a - b);
    expect(numbers).toHaveLength(20);
    expect(numbers.at(-1)! - numbers[0]!).toBe(19);
    expect(names[0]).toMatch(/^R-20\d\d-\d{4}$/);
  });

  it('is acknowledged by mail with number, term and address, and none of what was written', async () => {
    const input = form({ tipo: 'datos', pide: 'reclamo' });
    const { code, own } = await sent(input);
    const [mail] = await mailsTo(input.email);
    expect(mail!.subject).toContain(own.name);
    expect(mail!.body).toContain(`/ayuda/contacto/${code}`);
    expect(mail!.body).not.toContain('Rosalba');
    expect(mail!.body).not.toContain(input.body);
    expect(own).toMatchObject({ kind: 'datos', claim: 'reclamo', state: 'recibida' });
  });

  it('is seen with the code alone, and by its person when it gave the address of the account', async () => {
    await expect(getOwnLetter(database.db, 'AAAA-AAAA-AAAA-AAAA')).rejects.toMatchObject({
      reason: 'letter_not_found',
    });
    const person = await newActor(database.owner, { email: 'con.cuenta@prueba.convite' });
    const own = await sent(form({ correo: 'con.cuenta@prueba.convite' }), person);
    await sent(form({ correo: 'de.otra@prueba.convite' }), person);
    const list = await listOwnLetters(database.db, person.personId!);
    expect(list.map(({ path }) => path)).toEqual([`/ayuda/contacto/${own.code}`]);
  });
});

describe('the desk', () => {
  it('lists what is due first, without names; reading one leaves an audit row', async () => {
    const actor = await coordinator();
    const help = await sent();
    const query = await sent(form({ tipo: 'datos' }));
    const lines = await listDesk(database.db, actor, 'abiertas');
    const order = lines.map(({ id }) => id).filter((id) => [help.id, query.id].includes(id));
    expect(order).toEqual([query.id, help.id]);
    expect(JSON.stringify(lines)).not.toContain('Rosalba');
    const { letter } = await readLetter(actor, query.id);
    expect(letter).toMatchObject({ name: 'Rosalba Chaparro', claim: 'consulta' });
    const read = await database.owner
      .selectFrom('audit_entry')
      .select('actor_id')
      .where('action', '=', 'letters.letter-read')
      .where('subject_id', '=', query.id)
      .execute();
    expect(read).toEqual([{ actor_id: actor.personId }]);
    setClockOffset(60 * day);
    expect((await countLetters(database.db)).late).toBeGreaterThanOrEqual(2);
  });

  it('is coordination’s alone', async () => {
    const { id } = await sent();
    for (const roles of [['monitoreo'], ['moderacion'], []] as const) {
      const actor = await newActor(database.owner, { roles: [...roles] });
      await expect(readLetter(actor, id)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(handleLetter(actor, id, answer())).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(listCalls(actor)).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  it('two who answer at once: one does, the other is told, one answer is mailed', async () => {
    const [one, two] = [await coordinator('Una'), await coordinator('Otra')];
    for (let round = 0; round < 5; round += 1) {
      const input = form();
      const { id, code } = await sent(input);
      expect(
        await endings([
          handleLetter(one, id, answer('Esta es la primera respuesta.')),
          handleLetter(two, id, answer('Esta es la otra respuesta.')),
        ]),
      ).toEqual(['done', 'letter_settled']);
      const own = await getOwnLetter(database.db, code);
      expect(own.steps.map(({ kind }) => kind)).toEqual(['recibida', 'respondida']);
      expect(await mailsTo(input.email)).toHaveLength(2);
    }
  });

  it('of eight who take it at once one has it, and another may answer all the same', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => coordinator()));
    const { id } = await sent();
    const ended = await endings(all.map((actor) => handleLetter(actor, id, { act: 'tomar' })));
    expect(ended.filter((end) => end === 'done')).toHaveLength(1);
    expect(ended.filter((end) => end === 'letter_taken')).toHaveLength(7);
    await handleLetter(all[0]!, id, answer());
  });
});

describe('a claim on data', () => {
  it('is asked for more, completed by its code, extended, answered: each with its date', async () => {
    const actor = await coordinator();
    const input = form({ tipo: 'datos', pide: 'reclamo' });
    const { id, code, own } = await sent(input);
    await handleLetter(actor, id, { act: 'pedir', body: '¿Con qué nombre te inscribiste?' });
    await expect(
      handleLetter(actor, id, { act: 'prorrogar', body: 'Faltan los archivos.' }),
    ).rejects.toMatchObject({ reason: 'letter_waits' });
    setClockOffset(7 * day);
    await completeLetter(null, code, 'Con Rosalba.');
    await expect(completeLetter(null, code, 'Otra vez.')).rejects.toMatchObject({
      reason: 'letter_not_asked',
    });
    const completed = await getOwnLetter(database.db, code);
    expect(completed.dueAt.getTime()).toBeGreaterThan(own.dueAt.getTime());
    await handleLetter(actor, id, { act: 'prorrogar', body: 'Faltan los archivos del taller.' });
    const extended = await getOwnLetter(database.db, code);
    expect(extended.dueAt.getTime()).toBeGreaterThan(completed.dueAt.getTime());
    await handleLetter(actor, id, answer('Corregimos tu nombre: ahora dice Rosalba Chaparro.'));
    const done = await getOwnLetter(database.db, code);
    expect(done.steps.map(({ kind }) => kind)).toEqual([
      'recibida',
      'pedida',
      'completada',
      'prorrogada',
      'respondida',
    ]);
    expect(done.steps.at(-1)!.body).toContain('Corregimos');
    const mails = await mailsTo(input.email);
    expect(mails).toHaveLength(4);
    // What is said of somebody's data stands on their page alone.
    expect(mails.map(({ body }) => body).join('\n')).not.toMatch(/Rosalba|Corregimos/);
    for (const act of [answer(), { act: 'cerrar', body: 'Está repetida.' }] as const)
      await expect(handleLetter(actor, id, act)).rejects.toMatchObject({
        reason: 'letter_settled',
      });
  });

  it('that came as help gets its own term, and its writer is told', async () => {
    const actor = await coordinator();
    const input = form();
    const { id, code, own } = await sent(input);
    await handleLetter(actor, id, { act: 'cambiar', kind: 'datos', claim: 'consulta' });
    const changed = await getOwnLetter(database.db, code);
    expect(changed.dueAt.getTime()).toBeLessThan(own.dueAt.getTime());
    expect(await mailsTo(input.email)).toHaveLength(2);
    await handleLetter(actor, id, { act: 'cambiar', kind: 'datos', claim: 'consulta' });
    expect(await mailsTo(input.email)).toHaveLength(2);
  });
});

describe('who has only a telephone', () => {
  it('is called: that it came, then the answer, until they were spoken to', async () => {
    const actor = await coordinator();
    const { id, code } = await sent(byPhone());
    const own = async () => (await listCalls(actor)).filter(({ letterId }) => letterId === id);
    expect(await own()).toMatchObject([{ about: 'recibida', phone: '3105550142', tries: 0 }]);
    await handleLetter(actor, id, { act: 'pedir', body: '¿Desde qué barrio llamas?' });
    await handleLetter(actor, id, { act: 'anotar', body: 'Desde Usme.' });
    await handleLetter(actor, id, answer('Ya quedó: puedes ir al taller de Usme.'));
    const [call] = await own();
    expect(call).toMatchObject({
      about: 'respondida',
      body: 'Ya quedó: puedes ir al taller de Usme.',
    });
    await noteCall(actor, { callId: call!.id, result: 'no_contesto' });
    expect(await own()).toMatchObject([{ tries: 1 }]);
    expect(
      await endings([
        noteCall(actor, { callId: call!.id, result: 'hablamos' }),
        noteCall(actor, { callId: call!.id, result: 'hablamos' }),
      ]),
    ).toEqual(['call_made', 'done']);
    expect(await own()).toEqual([]);
    expect((await getOwnLetter(database.db, code)).isMailed).toBe(false);
  });

  it('or whose mail comes back, and who left a telephone too', async () => {
    const actor = await coordinator();
    const { id } = await sent(form({ correo: 'no.existe@prueba.convite', telefono: '3105550143' }));
    await database.owner
      .updateTable('mail')
      .set({ refused_at: new Date() })
      .where('recipient', '=', 'no.existe@prueba.convite')
      .execute();
    await asWorker(database, sweeps['letters.returned-mail']);
    expect((await listCalls(actor)).filter(({ letterId }) => letterId === id)).toMatchObject([
      { about: 'recibida', phone: '3105550143' },
    ]);
    await handleLetter(actor, id, answer());
    expect(await mailsTo('no.existe@prueba.convite')).toHaveLength(1);
  });
});

describe('what is kept', () => {
  const wordsOf = async (id: string) => {
    const letter = await database.owner
      .selectFrom('letter')
      .select(['name', 'email', 'phone', 'body', 'state', 'person_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const steps = await database.owner
      .selectFrom('letter_step')
      .select('body')
      .where('letter_id', '=', id)
      .execute();
    return { ...letter, steps: steps.map(({ body }) => body).join('') };
  };
  const empty = { name: '', email: null, phone: null, body: '', person_id: null, steps: '' };

  it('half a year after the answer is that there was a letter, and when', async () => {
    const actor = await coordinator();
    const done = await sent();
    await handleLetter(actor, done.id, answer());
    setClockOffset(100 * day);
    const open = await sent();
    await asWorker(database, sweeps['letters.retention']);
    expect(await wordsOf(done.id)).toMatchObject({ name: 'Rosalba Chaparro' });
    setClockOffset(190 * day);
    await asWorker(database, sweeps['letters.retention']);
    expect(await wordsOf(done.id)).toEqual({ ...empty, state: 'respondida' });
    expect(await wordsOf(open.id)).toMatchObject({ name: 'Rosalba Chaparro', state: 'recibida' });
    expect(await getOwnLetter(database.db, done.code)).toMatchObject({ isErased: true, body: '' });
  });

  it('of an account that is closed is nothing personal; what waited is closed', async () => {
    const email = 'se.va@prueba.convite';
    const person = await newActor(database.owner, { email });
    const { id } = await sent(form({ correo: email }), person);
    const { solicitudes } = await personalData.collect(database.db, person.personId!);
    expect(solicitudes).toMatchObject([{ correo: email, estado: 'recibida' }]);
    await inTransaction(async (tx) => await personalData.erase(tx, person.personId!));
    expect(await wordsOf(id)).toEqual({ ...empty, state: 'cerrada' });
  });
});
