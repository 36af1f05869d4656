import { describe, expect, it } from 'vitest';
import { now } from '#app/platform/clock/clock.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import { decideMany } from '#app/domains/moderation/decide-many.server.ts';
import { getModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { getDesk } from '#app/domains/moderation/get-queue.server.ts';
import { listReasonRows, listReasons } from '#app/domains/moderation/list-reasons.server.ts';
import { saveReason } from '#app/domains/moderation/save-reason.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { endings, moderators, noticesOf, reject } from './fixtures.ts';
import { database, plan, sent, scopedTo } from './queued-ideas.ts';

describe('many at once', () => {
  const burst = async (position: number, count: number) =>
    await Promise.all(
      Array.from({ length: count }, (_, i) =>
        newIdea(database.db, {
          commitmentId: plan.commitments[position]!.id,
          state: 'cuarentena',
          title: `Test ${i}`,
          authorId: null,
          row: { origin: 'importada' },
        }),
      ),
    );
  const spam = {
    all: false,
    reasonCode: 'publicidad_spam',
    explanation: 'Llegó por un programa automático.',
  };

  it('are rejected with one reason; what others hold or lies outside the scope stays', async () => {
    const moderator = await scopedTo(4);
    const other = await scopedTo(4);
    const ideas = await burst(4, 6);
    const [outside] = await burst(5, 1);
    const author = await newActor(database.db);
    const written = await newIdea(database.db, {
      commitmentId: plan.commitments[4]!.id,
      state: 'cuarentena',
      authorId: author.personId,
    });
    await claimIdea(other, ideas[0]!.id);
    const ids = [...ideas.map((idea) => idea.id), outside!.id, written.id, 'no-es-un-id'];
    expect(await decideMany(moderator, { ids, ...spam })).toEqual({ decided: 6, skipped: 2 });
    expect(await noticesOf(database.db, author.personId)).toEqual(['idea_rejected']);
    const states = await database.db
      .selectFrom('idea')
      .select(['id', 'state'])
      .where('id', 'in', [...ideas.map((idea) => idea.id), outside!.id])
      .execute();
    expect(
      states
        .filter((row) => row.state === 'cuarentena')
        .map((row) => row.id)
        .sort(),
    ).toEqual([ideas[0]!.id, outside!.id].sort());
  });

  it('four hundred are cleared in one act', async () => {
    const moderator = await scopedTo(5);
    await burst(5, 400);
    const before = (await getDesk(database.db, moderator, 'es', now())).counts.cuarentena;
    const { decided } = await decideMany(moderator, { ids: [], ...spam, all: true });
    expect(decided).toBe(before);
    expect((await getDesk(database.db, moderator, 'es', now())).counts.cuarentena).toBe(0);
  });

  it('two batches of the same ideas at once decide each once', async () => {
    const ideas = await burst(4, 10);
    const ids = ideas.map((idea) => idea.id);
    const [one, two] = [await scopedTo(4), await scopedTo(4)];
    expect(
      await endings([
        decideMany(one, { ids, ...spam }),
        decideMany(two, { ids: [...ids].reverse(), ...spam }),
      ]),
    ).toEqual(['done', 'done']);
    const rows = await database.db
      .selectFrom('triage_decision')
      .select('idea_id')
      .where('idea_id', 'in', ids)
      .execute();
    expect(rows).toHaveLength(10);
  });

  it('need a reason that rejects', async () => {
    const moderator = await scopedTo(4);
    await expect(
      decideMany(moderator, {
        ids: [],
        all: true,
        reasonCode: 'otro_compromiso',
        explanation: 'No.',
      }),
    ).rejects.toMatchObject({ errors: { motivo: ['reason_of_other_decision'] } });
    await expect(
      decideMany(await newActor(database.db, { roles: ['coordinacion'] }), {
        ids: [],
        ...spam,
        all: true,
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the catalogue of reasons', () => {
  it('is dated, and coordination edits it with an audit row', async () => {
    const coordinator = await newActor(database.db, { roles: ['coordinacion'] });
    const input = {
      code: 'prueba_fechada',
      decision: 'rechazar' as const,
      labelEs: 'De prueba',
      labelEn: 'For a test',
      explanationEs: 'Una explicación.',
      explanationEn: 'An explanation.',
      hides: false,
      asksBody: false,
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    };
    await saveReason(coordinator, input);
    const codes = async (on: string) =>
      (await listReasons(database.db, 'en', new Date(`${on}T23:00:00-05:00`))).map(
        (reason) => reason.code,
      );
    expect(await codes('2026-06-30')).toContain('prueba_fechada');
    expect(await codes('2026-07-01')).not.toContain('prueba_fechada');
    await saveReason(coordinator, { ...input, validTo: null });
    expect(await codes('2026-07-01')).toContain('prueba_fechada');
    expect(
      (await listReasonRows(database.db)).find((row) => row.code === 'prueba_fechada'),
    ).toMatchObject({ validFrom: '2026-01-01', validTo: null });
    expect(
      await database.db
        .selectFrom('audit_entry')
        .select('id')
        .where('action', '=', 'moderation.reason-saved')
        .execute(),
    ).toHaveLength(2);
    await expect(
      saveReason(await newActor(database.db, { roles: ['moderacion'] }), input),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the public figures', () => {
  it('count decisions by reason, the median of working days and what is late', async () => {
    const [moderator] = await moderators(database.db, 1);
    const before = await getModerationFigures(database.db, now(), 'es');
    await decideIdea(moderator!, (await sent(0, 0)).id, { decision: 'publicar' });
    await decideIdea(moderator!, (await sent(0, 60)).id, reject);
    const after = await getModerationFigures(database.db, now(), 'es');
    expect(after.decided).toBe(before.decided + 2);
    expect(after.decidedLate).toBe(before.decidedLate + 1);
    expect(after.byReason.find((row) => row.code === 'ya_existe')).toMatchObject({
      label: 'Ya existe o se está haciendo',
      decision: 'rechazar',
    });
    expect(after.medianWorkingDays).not.toBeNull();
    await sent(0, 30);
    expect((await getModerationFigures(database.db, now(), 'es')).overdue).toBe(after.overdue + 1);
  });
});
