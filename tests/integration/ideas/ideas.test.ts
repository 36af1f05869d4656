import { describe, expect, it } from 'vitest';
import { systemActor } from '#app/kernel/actor.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { addNote } from '#app/domains/ideas/add-note.server.ts';
import { applyTriage } from '#app/domains/ideas/apply-triage.server.ts';
import { editIdea } from '#app/domains/ideas/edit-idea.server.ts';
import { findSimilarIdeas } from '#app/domains/ideas/find-similar-ideas.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listRevisions, listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import {
  keepPendingIdea,
  findPendingIdea,
  dropPendingIdea,
} from '#app/domains/ideas/keep-pending-idea.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { draftIdea, submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, plan, commitmentId, text } from './written-ideas.ts';

const triage = async (id: string, outcome: Parameters<typeof applyTriage>[3]) =>
  await inTransaction(
    async (tx) => await applyTriage(tx, systemActor, await lockIdea(tx, id), outcome),
  );

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

it('a title without a word that says anything is like no idea', async () => {
  await newIdea(database.db, { commitmentId });
  for (const title of ['Para los que', '{"a":[[[[]]]]}', "''' & ' | !(", '¿¿¿???'])
    expect(await findSimilarIdeas(database.db, { title, text: 'Con un texto.' })).toEqual([]);
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
