import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { commitSecret, revealSecret } from '#app/domains/draw/add-secret.server.ts';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import { findDrawNames, getDrawFile, getPublicDraw } from '#app/domains/draw/get-draw.server.ts';
import { holdDraw } from '#app/domains/draw/hold-draw.server.ts';
import { trustOf } from '#app/domains/draw/trust.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import {
  sha,
  source,
  withShares,
  lineOf,
  proven,
  database,
  facilitator,
  inHours,
  hour,
  drawing,
  expectChecked,
} from './draws.ts';

describe('the seed of the Circle', () => {
  const member = async (sector: 'gobierno' | 'civil') =>
    await newActor(database.owner, {
      roles: [{ role: 'circulo', scopeKind: 'sector', scopeId: sector }],
    });
  const phrases = ['el agua clara baja sola', 'la montaña no se mueve', 'tres caminos, un puente'];
  /** A draw whose lottery is proven. */
  const ready = async () => {
    const meetingId = await drawing(5);
    const people = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 9 }, () => ({})),
    );
    await proven(meetingId);
    return { meetingId, people };
  };
  /** Each commits to its phrase. */
  const committed = async (meetingId: string, actors: Actor[]) => {
    for (const [index, actor] of actors.entries())
      await commitSecret(actor, meetingId, sha(phrases[index] ?? ''));
  };
  const files = ['loteria.json', 'fichas.json'];
  const publicDraw = async (meetingId: string) =>
    (await getPublicDraw(database.db, null, meetingId)).draw;

  it('is the source and three secrets of both sectors, closed before the lottery is shown', async () => {
    const { meetingId, people } = await ready();
    const [one, two, three] = [
      await member('civil'),
      await member('gobierno'),
      await member('civil'),
    ];
    await expect(commitSecret(one, meetingId, sha('x'))).rejects.toMatchObject({
      reason: 'draw_no_secrets',
    });
    await commitLottery(facilitator, meetingId, withShares());
    await expect(commitSecret(facilitator, meetingId, sha('x'))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(
      commitSecret(
        await newActor(database.owner, { roles: ['circulo'] }),
        meetingId,
        sha('de nadie'),
      ),
    ).rejects.toMatchObject({ reason: 'draw_no_sector' });
    await commitSecret(one, meetingId, sha('otro que se cambia'));
    await committed(meetingId, [one, two, three]);
    // A copy of another's would count as one more and add nothing.
    await expect(commitSecret(two, meetingId, sha(phrases[0] ?? ''))).rejects.toMatchObject({
      errors: { huella: ['hash_of_another'] },
    });
    // Shares can still change: nobody sees the lottery, nor what they are called in it.
    for (const file of files)
      await expect(getDrawFile(database.db, null, meetingId, file)).rejects.toMatchObject({
        kind: 'not-found',
      });
    expect(await findDrawNames(database.db, people[0]?.id ?? '')).toBeNull();
    expect((await publicDraw(meetingId))?.shares.map(({ personId }) => personId)).toEqual([
      null,
      null,
      null,
    ]);
    await expect(revealSecret(one, meetingId, phrases[0] ?? '')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });

    setClockOffset(2 * hour);
    const { text } = await getDrawFile(database.db, null, meetingId, 'loteria.json');
    expect(sha(text)).toBe((await publicDraw(meetingId))?.lotterySha256);
    expect(await findDrawNames(database.db, people[0]?.id ?? '')).not.toBeNull();
    for (const actor of [one, await member('gobierno')])
      await expect(
        commitSecret(actor, meetingId, sha('con la lotería a la vista')),
      ).rejects.toMatchObject({ reason: 'draw_secrets_closed' });
    await expect(revealSecret(one, meetingId, 'el agua turbia')).rejects.toMatchObject({
      errors: { secreto: ['secret_wrong'] },
    });
    for (const [index, actor] of [one, two, three].entries())
      await revealSecret(actor, meetingId, phrases[index] ?? '');
    await expect(holdDraw(facilitator, meetingId, '4821 117')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });
    setClockOffset(6.1 * hour);
    await holdDraw(facilitator, meetingId, 'Número 4821, serie 117');
    const draw = await publicDraw(meetingId);
    if (!draw) throw new Error('No draw');
    const byHash = phrases.toSorted((a, b) => (sha(a) < sha(b) ? -1 : 1));
    expect(draw).toMatchObject({ seedText: [lineOf(draw), ...byHash].join('\n') });
    expect(draw.seed).toBe(sha(draw.seedText ?? ''));
    await expectChecked(meetingId);
  }, 30_000);

  it('is the source alone when the last to reveal keeps silent, which is published', async () => {
    const { meetingId } = await ready();
    const circle = [await member('civil'), await member('gobierno'), await member('civil')];
    const [one, two, last] = circle;
    if (!one || !two || !last) throw new Error('No circle');
    await commitLottery(facilitator, meetingId, withShares());
    await committed(meetingId, circle);
    setClockOffset(2.5 * hour);
    await revealSecret(one, meetingId, phrases[0] ?? '');
    await revealSecret(two, meetingId, phrases[1] ?? '');
    // The source cannot be known yet when the time to reveal is over.
    setClockOffset(4.1 * hour);
    await expect(revealSecret(last, meetingId, phrases[2] ?? '')).rejects.toMatchObject({
      reason: 'draw_secrets_closed',
    });
    await expect(holdDraw(facilitator, meetingId, '4821 117')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });
    setClockOffset(6.1 * hour);
    await expect(revealSecret(last, meetingId, phrases[2] ?? '')).rejects.toMatchObject({
      reason: 'draw_secrets_closed',
    });
    await holdDraw(facilitator, meetingId, '4821 117');
    const draw = await publicDraw(meetingId);
    if (!draw) throw new Error('No draw');
    expect(draw.seedText).toBe(lineOf(draw));
    expect(
      draw.shares.map(({ secret }) => secret).filter((secret) => secret === null),
    ).toHaveLength(1);
    expect(trustOf(draw, now())).toContain('shares_not_revealed');
  }, 30_000);

  it.each([
    ['one sector alone', ['civil', 'civil', 'civil'] as const],
    ['two people', ['civil', 'gobierno'] as const],
    ['nobody', [] as const],
  ])(
    'is the source alone with too few secrets: %s',
    async (_name, sectors) => {
      const { meetingId } = await ready();
      await commitLottery(facilitator, meetingId, withShares());
      const circle = await Promise.all(sectors.map(async (sector) => await member(sector)));
      await committed(meetingId, circle);
      setClockOffset(2.5 * hour);
      for (const [index, actor] of circle.entries())
        await expect(revealSecret(actor, meetingId, phrases[index] ?? '')).rejects.toMatchObject({
          reason: 'draw_shares_few',
        });
      setClockOffset(6.1 * hour);
      await holdDraw(facilitator, meetingId, '4821 117');
      const draw = await publicDraw(meetingId);
      if (!draw) throw new Error('No draw');
      expect(draw.seedText).toBe(lineOf(draw));
      expect(trustOf(draw, now())).toContain('shares_too_few');
    },
    30_000,
  );

  it('cannot be asked for once the lottery is public, nor its source be changed', async () => {
    const { meetingId } = await ready();
    await commitLottery(facilitator, meetingId, source(5));
    for (const other of [withShares(), source(9), source(5, { cifras: '5' })])
      await expect(commitLottery(facilitator, meetingId, other)).rejects.toMatchObject({
        reason: 'draw_committed',
      });
    setClockOffset(7 * hour);
    await expect(commitLottery(facilitator, meetingId, source(9))).rejects.toMatchObject({
      reason: 'draw_committed',
    });
  }, 30_000);

  it('is refused with a source that is known before its shares are closed, by the database too', async () => {
    const { meetingId } = await ready();
    await expect(
      commitLottery(facilitator, meetingId, withShares({ momento: inHours(3) })),
    ).rejects.toMatchObject({ errors: { momento: ['draw_source_before_shares'] } });
    await commitLottery(facilitator, meetingId, withShares());
    for (const moved of [
      { source_at: new Date(now().getTime() + 3 * hour) },
      { shares_until: new Date(now().getTime() - hour) },
      { reveal_until: null },
    ])
      await expect(
        database.owner.updateTable('draw').set(moved).where('meeting_id', '=', meetingId).execute(),
      ).rejects.toThrow(/draw_shares_before_source/);
  }, 30_000);
});
