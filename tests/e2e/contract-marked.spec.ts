import { expect, test } from '@playwright/test';
import { newId } from '#app/kernel/ids.ts';
import { heldMeeting } from './held-meeting.ts';
import { as, next, send, type Fields, type Visitor } from './outside.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';

const phone = '310 555 0123';
const told = (what: string) => `${what} Pregunten a mi vecino Carlos Rodríguez, cel ${phone}.`;
const hidden = (what: string) =>
  `${what} Pregunten a mi vecino [dato personal oculto], cel [dato personal oculto].`;

/** Sends what holds personal data: it comes back marked in its field, with all that was typed and the choice. */
async function askedOf(who: Visitor, path: string, fields: Fields, field: string): Promise<void> {
  const answer = await who.post(path, fields);
  expect(answer.status).toBe(422);
  // The page may have several forms with such a field: one of them says that it is wrong.
  expect(answer.html).toMatch(
    new RegExp(`<(?:input|textarea)(?=[^>]*name="${field}")[^>]*aria-invalid="true"`),
  );
  expect(answer.html).toContain(`<mark>${phone}</mark>`);
  for (const choice of ['ocultar', 'dejar'])
    expect(answer.html).toMatch(new RegExp(`<button[^>]*name="datos"[^>]*value="${choice}"`));
  const plain = answer.html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
  for (const typed of Object.values(fields).flat())
    expect.soft(plain, `«${typed}» is kept`).toContain(typed);
}

test.describe('personal data in what is written: 422 with it marked, nothing lost, and the choice', () => {
  test('minutes and ideas of their tables', async () => {
    const { id } = await heldMeeting(`Dato ${next()}`, 3, 2);
    const path = `/facilitacion/talleres/${id}/acta`;
    const who = await as('facilitadora');
    const textsOf = async () =>
      await withOwner(async (db) => ({
        minutes: await db
          .selectFrom('meeting_minutes')
          .selectAll()
          .where('meeting_id', '=', id)
          .executeTakeFirst(),
        ideas: await db
          .selectFrom('table_idea')
          .select(['title', 'description'])
          .where('meeting_id', '=', id)
          .where('table_name', '=', 'Mesa 9')
          .orderBy('id')
          .execute(),
      }));
    const minutes = {
      accion: 'guardar',
      orden: 'Saludo.',
      temas: told('La cancha.'),
      acuerdos: 'Pedir luz.',
      cierre: 'A las seis.',
    };
    await askedOf(who, path, minutes, 'temas');
    expect((await textsOf()).minutes).toBeUndefined();
    expect((await who.post(path, { ...minutes, datos: 'ocultar' })).status).toBe(303);
    expect(JSON.stringify((await textsOf()).minutes)).toContain(hidden('La cancha.'));
    const guardada = /name="guardada"[^>]*value="([^"]*)"/.exec((await who.get(path)).html)?.[1];
    const again = { ...minutes, guardada: guardada ?? '', datos: 'dejar' };
    expect((await who.post(path, again)).status).toBe(303);
    expect(JSON.stringify((await textsOf()).minutes)).toContain(told('La cancha.'));

    const idea = {
      accion: 'idea',
      mesa: 'Mesa 9',
      titulo: `Luz en la cancha ${next()}`,
      descripcion: told('De noche nadie juega.'),
      de_acuerdo: '5',
    };
    await askedOf(who, path, idea, 'descripcion');
    expect((await textsOf()).ideas).toEqual([]);
    for (const datos of ['ocultar', 'dejar'])
      expect(
        (await who.post(path, { ...idea, titulo: `${idea.titulo} ${datos}`, datos })).status,
      ).toBe(303);
    expect((await textsOf()).ideas.map(({ description }) => description)).toEqual([
      hidden('De noche nadie juega.'),
      told('De noche nadie juega.'),
    ]);
  });

  test('an answer to who reviews an idea', async () => {
    const author = await as('ciudadana');
    const moderator = await as('moderadora');
    for (const [datos, kept] of [
      ['ocultar', hidden('En la 80.')],
      ['dejar', told('En la 80.')],
    ] as const) {
      const id = await send(author);
      const back = {
        decision: 'devolver',
        motivo: 'ininteligible_incompleta',
        explicacion: '¿En qué esquina es?',
      };
      expect((await moderator.post(`/moderacion/ideas/${id}`, back)).status).toBe(303);
      const path = `/ideas/${id}/respuesta`;
      const texto = told('En la 80.');
      await askedOf(author, path, { texto }, 'texto');
      expect((await moderator.get(`/moderacion/ideas/${id}`)).html).not.toContain(phone);
      expect((await author.post(path, { texto, datos })).status).toBe(303);
      expect((await moderator.get(`/moderacion/ideas/${id}`)).html).toContain(kept);
    }
  });

  test('the name of a group: of the catalogue, of a call, and one that people wrote', async () => {
    const who = await as('facilitadora');
    const { id } = await heldMeeting(`Grupo ${next()}`, 2, 1);
    const coming = await withOwner(async (db) => await facilitatedMeeting(db));
    const mention = newId();
    const written = `Colectivo ${next()}`;
    await withOwner(async (db) => {
      // Closed, and its names gathered: the worker leaves this one as it is.
      const at = new Date();
      await db
        .updateTable('meeting')
        .set({ closed_at: at, mentions_at: at })
        .where('id', '=', id)
        .execute();
      await db
        .insertInto('organisation_mention')
        .values({
          id: mention,
          meeting_id: id,
          written,
          name: written,
          people: 1,
          gathered_at: at,
        })
        .execute();
    });
    const named = async (nombre: string) =>
      await withOwner(
        async (db) =>
          await db
            .selectFrom('organisation')
            .select('contact')
            .where('name', '=', nombre)
            .execute(),
      );
    for (const [path, accion] of [
      ['/facilitacion/grupos', 'grupo'],
      [`/facilitacion/talleres/${coming.id}/convocar`, 'grupo'],
      [`/facilitacion/grupos/nombres/${mention}`, 'nombrar'],
    ] as const) {
      const what = `Colectivo ${next()}.`;
      const nombre = told(what);
      // The contact is there to hold a telephone: nobody is asked about it.
      const fields = { accion, nombre, organizacion_tipo: 'ambiental', contacto: '310 555 0199' };
      await askedOf(who, path, fields, 'nombre');
      expect(await named(nombre)).toEqual([]);
      const choice = accion === 'nombrar' ? 'dejar' : 'ocultar';
      expect((await who.post(path, { ...fields, datos: choice })).status, path).toBe(303);
      expect(await named(choice === 'dejar' ? nombre : hidden(what)), path).toEqual([
        { contact: '310 555 0199' },
      ]);
    }
  });
});
