import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#app/kernel/actor.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { addNote } from '#app/domains/ideas/add-note.server.ts';
import { advanceDecidedIdea } from '#app/domains/ideas/advance-decided-idea.server.ts';
import { advanceIdeas } from '#app/domains/ideas/advance-ideas.server.ts';
import { applyTriage } from '#app/domains/ideas/apply-triage.server.ts';
import { editIdea } from '#app/domains/ideas/edit-idea.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listRevisions, listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import {
  keepPendingIdea,
  findPendingIdea,
  dropPendingIdea,
} from '#app/domains/ideas/keep-pending-idea.server.ts';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { hideOwnData } from '#app/domains/ideas/settle-held-comment.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { draftIdea, submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { withdrawIdea } from '#app/domains/ideas/withdraw-idea.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;
let commitmentId: string;
const text = (title = 'Una banca en el paradero') => ({
  commitment: plan.commitments[0]!.slug,
  title,
  description: 'La gente espera de pie al sol y al agua.',
});
const triage = async (id: string, outcome: Parameters<typeof applyTriage>[3]) =>
  await inTransaction(
    async (tx) => await applyTriage(tx, systemActor, await lockIdea(tx, id), outcome),
  );

beforeAll(async () => {
  plan = await newPlan(database.db);
  commitmentId = plan.commitments[0]!.id;
});

describe('sending an idea', () => {
  it('waits for triage, leaves a receipt, an audit row and the first step of the road', async () => {
    const actor = await newActor(database.db);
    const { id } = await submitIdea(actor, text());
    const idea = await getIdea(database.db, id);
    expect(idea).toMatchObject({ state: 'enviada', step: 'idea', publishedAt: null, version: 1 });
    expect((await listStepEntries(database.db, id)).map((entry) => entry.step)).toEqual(['idea']);
    expect(
      await database.db.selectFrom('notice').select('kind').where('subject_id', '=', id).execute(),
    ).toEqual([{ kind: 'idea_received' }]);
    expect(
      await database.owner
        .selectFrom('audit_entry')
        .select('action')
        .where('subject_id', '=', id)
        .execute(),
    ).toEqual([{ action: 'ideas.idea-submitted' }]);
  });

  it(
    'is refused without a verified address, in a closed phase and for an unknown commitment, ' +
      'and leaves nothing',
    async () => {
      const before = await database.db
        .selectFrom('idea')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst();
      await expect(
        submitIdea(await newActor(database.db, { verified: false }), text()),
      ).rejects.toMatchObject({ reason: 'email_unverified' });
      await expect(
        submitIdea(await newActor(database.db), { ...text(), commitment: 'nada' }),
      ).rejects.toMatchObject({ errors: { compromiso: ['choose_one'] } });
      await expect(
        submitIdea(await newActor(database.db), { ...text(), locality: '77' }),
      ).rejects.toMatchObject({ errors: { localidad: ['choose_one'] } });
      await database.owner
        .updateTable('phase')
        .set({ closes_at: new Date(Date.now() - 1) })
        .where('id', '=', plan.phases.ideas.id)
        .execute();
      await expect(submitIdea(await newActor(database.db), text())).rejects.toMatchObject({
        reason: 'phase_closed_ideas',
      });
      await database.owner
        .updateTable('phase')
        .set({ closes_at: plan.phases.ideas.closesAt })
        .where('id', '=', plan.phases.ideas.id)
        .execute();
      expect(
        await database.db
          .selectFrom('idea')
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirst(),
      ).toEqual(before);
    },
  );

  it('keeps text as it was written, of any script and any length of character', async () => {
    const strange = "Ñandú 𝒷𝒾𝒸𝒾 🚲 <b>no</b> '; drop table idea; -- مرحبا";
    const actor = await newActor(database.db);
    const { id } = await draftIdea(actor, text(strange));
    expect((await getIdea(database.db, id, actor)).title).toBe(strange);
  });
});

describe('changing an idea', () => {
  it('refuses an old version and keeps the newer', async () => {
    const actor = await newActor(database.db);
    const { id } = await submitIdea(actor, text());
    await editIdea(actor, id, { ...text('Una banca y un techo'), version: 1 }, 'enviar');
    await expect(
      editIdea(actor, id, { ...text('Otra cosa'), version: 1 }, 'enviar'),
    ).rejects.toMatchObject({ reason: 'idea_stale' });
    expect((await getIdea(database.db, id)).title).toBe('Una banca y un techo');
    expect((await listRevisions(database.db, id)).map((revision) => revision.version)).toEqual([
      1, 2,
    ]);
  });

  it('after publication shows at once, is held when the checks find something, and can be restored', async () => {
    const actor = await newActor(database.db);
    const { id } = await submitIdea(actor, text());
    await triage(id, { to: 'publicada' });
    await editIdea(actor, id, { ...text('Una banca con sombra'), version: 1 }, 'enviar');
    expect(await getIdea(database.db, id)).toMatchObject({
      title: 'Una banca con sombra',
      version: 2,
    });
    expect((await getIdea(database.db, id)).editReviewAt).not.toBeNull();
    await triage(id, { to: 'publicada' });
    await editIdea(
      actor,
      id,
      { ...text('Llámenme'), description: 'Mi teléfono es 310 555 1234 y espero.', version: 2 },
      'enviar',
    );
    expect((await getIdea(database.db, id)).title).toBe('Una banca con sombra');
    await triage(id, { to: 'devuelta', reason: 'datos' });
    const restored = await getIdea(database.db, id);
    expect(restored).toMatchObject({
      state: 'publicada',
      title: 'Una banca con sombra',
      editReviewAt: null,
    });
    expect((await listRevisions(database.db, id)).map((revision) => revision.status)).toEqual([
      'publica',
      'publica',
      'descartada',
    ]);
  });

  it('ends with the first support: then only a note can be added', async () => {
    const actor = await newActor(database.db);
    const { id } = await newIdea(database.db, { commitmentId, authorId: actor.personId });
    await castSupport(await newActor(database.db), { ideaId: id, act: 'apoyar' });
    await expect(editIdea(actor, id, { ...text(), version: 1 }, 'enviar')).rejects.toMatchObject({
      reason: 'idea_supported',
    });
    await addNote(actor, id, 'Hablé con la Junta y están de acuerdo.');
    await expect(
      addNote(await newActor(database.db), id, 'No soy quien la escribió.'),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is not possible while a moderator has it claimed', async () => {
    const actor = await newActor(database.db);
    const moderator = await newActor(database.db, { roles: ['moderacion'] });
    const { id } = await submitIdea(actor, text());
    await database.db
      .insertInto('triage_claim')
      .values({
        idea_id: id,
        moderator_id: moderator.personId,
        claimed_at: new Date(),
        expires_at: new Date(Date.now() + 60_000),
      })
      .execute();
    await expect(
      editIdea(actor, id, { ...text('Otra'), version: 1 }, 'enviar'),
    ).rejects.toMatchObject({ reason: 'idea_claimed' });
  });
});

describe('the road', () => {
  it('is walked forward only, each step once', async () => {
    const { id } = await newIdea(database.db, { commitmentId });
    await inTransaction(async (tx) => await advanceIdeas(tx, systemActor, [id], 'ante_el_circulo'));
    await inTransaction(async (tx) => await advanceIdeas(tx, systemActor, [id], 'en_propuesta'));
    expect((await getIdea(database.db, id)).step).toBe('ante_el_circulo');
    const coordination = await newActor(database.db, { roles: ['coordinacion'] });
    await expect(
      advanceDecidedIdea(coordination, { ideaId: id, step: 'cumplida', note: 'Hecho y contado.' }),
    ).rejects.toMatchObject({ reason: 'idea_not_decided' });
    await inTransaction(async (tx) => await advanceIdeas(tx, systemActor, [id], 'decidida'));
    await expect(
      advanceDecidedIdea(coordination, { ideaId: id, step: 'cumplida', note: 'Hecho y contado.' }),
    ).rejects.toMatchObject({ reason: 'idea_not_in_commitment' });
    await advanceDecidedIdea(coordination, {
      ideaId: id,
      step: 'en_el_compromiso',
      note: 'El hito 2 ahora la dice.',
    });
    await expect(
      advanceDecidedIdea(await newActor(database.db), {
        ideaId: id,
        step: 'cumplida',
        note: 'Hecho y contado.',
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    expect(
      (await listStepEntries(database.db, id)).find((entry) => entry.step === 'en_el_compromiso')
        ?.note,
    ).toBe('El hito 2 ahora la dice.');
  });

  it('is left by its author only before a proposal carries the idea', async () => {
    const actor = await newActor(database.db);
    const first = await newIdea(database.db, { commitmentId, authorId: actor.personId });
    await withdrawIdea(actor, first.id, 'Ya lo hicieron.');
    expect(await getIdea(database.db, first.id)).toMatchObject({
      state: 'retirada',
      stateReason: 'Ya lo hicieron.',
    });
    const second = await newIdea(database.db, {
      commitmentId,
      authorId: actor.personId,
      row: { step: 'en_propuesta' },
    });
    await expect(withdrawIdea(actor, second.id, '')).rejects.toMatchObject({
      reason: 'idea_in_proposal',
    });
  });
});

describe('comments', () => {
  it('have two levels, are counted, and tell who is answered', async () => {
    const author = await newActor(database.db);
    const first = await newActor(database.db);
    const { id } = await newIdea(database.db, { commitmentId, authorId: author.personId });
    const one = await publishComment(first, id, { text: 'Me gusta.', stance: 'a_favor' });
    const two = await publishComment(author, id, { text: 'Gracias.', answers: one.id });
    await publishComment(first, id, { text: 'De nada.', answers: two.id });
    const threads = await listComments(database.db, id);
    expect(threads).toHaveLength(1);
    expect(threads[0]!.answers.map((answer) => answer.body)).toEqual(['Gracias.', 'De nada.']);
    expect((await getIdea(database.db, id)).comments).toBe(3);
    expect(
      await database.db
        .selectFrom('notice')
        .select('person_id')
        .where('kind', '=', 'comment_reply')
        .where('subject_id', '=', id)
        .execute(),
    ).toHaveLength(3);
  });

  it('that show personal data or a link wait, seen by their author alone and not counted', async () => {
    const { id } = await newIdea(database.db, { commitmentId });
    const author = await newActor(database.db);
    const other = await newActor(database.db);
    for (const text of ['Llamen a Luis al 310 555 1234.', 'Miren https://ejemplo.example']) {
      const { id: commentId, held } = await publishComment(author, id, { text });
      expect(held).toBe(true);
      await expect(
        publishComment(other, id, { text: 'Gracias.', answers: commentId }),
      ).rejects.toMatchObject({ errors: { responde_a: ['choose_one'] } });
      await expect(hideOwnData(other, commentId)).rejects.toMatchObject({ kind: 'not-found' });
    }
    expect((await getIdea(database.db, id)).comments).toBe(0);
    expect(await listComments(database.db, id)).toEqual([]);
    expect(await listComments(database.db, id, other.personId)).toEqual([]);
    const [first, second] = await listComments(database.db, id, author.personId);
    expect([first?.waiting, second?.waiting]).toEqual(['retenido', 'retenido']);
    expect(await hideOwnData(author, first!.id)).toEqual({ held: false });
    expect(await hideOwnData(author, second!.id)).toEqual({ held: true });
    const [shown, ...rest] = await listComments(database.db, id);
    expect(rest).toEqual([]);
    expect(shown?.body).toBe('Llamen a Luis al [dato personal oculto].');
    await expect(hideOwnData(author, first!.id)).rejects.toMatchObject({
      reason: 'already_decided',
    });
    expect((await getIdea(database.db, id)).comments).toBe(1);
  });

  it('full of telephones are hidden whole, though the marks are longer', async () => {
    const { id } = await newIdea(database.db, { commitmentId });
    const author = await newActor(database.db);
    const text = 'Llamen al 310 555 1234. '.repeat(83).trim();
    const { id: commentId } = await publishComment(author, id, { text });
    expect(await hideOwnData(author, commentId)).toEqual({ held: false });
    const [shown] = await listComments(database.db, id);
    expect(shown?.body.length).toBeGreaterThan(2000);
    expect(shown?.body).not.toMatch(/\d/);
  });
});

it("what was typed before signing in waits under the hash of the browser's name", async () => {
  await keepPendingIdea('equipo-a', {
    titulo: 'Una banca',
    descripcion: 'x'.repeat(30),
    compromiso: 'c',
    localidad: '',
  });
  expect(await findPendingIdea('equipo-a')).toMatchObject({ title: 'Una banca' });
  expect(await findPendingIdea('equipo-b')).toBeNull();
  expect(
    (await database.db.selectFrom('pending_idea').select('device_key').execute()).map(
      (row) => row.device_key,
    ),
  ).not.toContain('equipo-a');
  await dropPendingIdea('equipo-a');
  expect(await findPendingIdea('equipo-a')).toBeNull();
});
