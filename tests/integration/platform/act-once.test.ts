import { beforeEach, describe, expect, it } from 'vitest';
import { conflict } from '#app/kernel/errors.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { inviteGroup } from '#app/domains/groups/invite-group.server.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { draftIdea, submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { withdrawIdea } from '#app/domains/ideas/withdraw-idea.server.ts';
import { fileReport } from '#app/domains/moderation/file-report.server.ts';
import { saveInstitution } from '#app/domains/plan/save-institution.server.ts';
import { draftProposal } from '#app/domains/proposals/draft-proposal.server.ts';
import { hereKey, noteShown } from '#app/domains/registration/open-personal.server.ts';
import {
  registerPerson,
  type Registered,
} from '#app/domains/registration/register-person.server.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { sweepActs } from '#app/platform/acts/sweep-acts.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const placeOf = ({ id, code, state }: Registered) => ({ id, code, state });
const web = { channel: 'web', locale: 'es' } as const;
const minutes = (count: number) => setClockOffset(count * 60_000);

describe('an act', () => {
  it('asked eight times at once is done once, and all are told the same', async () => {
    const actor = await newActor(database.owner);
    let done = 0;
    const made = await Promise.all(
      Array.from({ length: 8 }, () =>
        actOnce(actor, { act: 'test', content: { b: 1, a: [2] } }, async () => {
          done += 1;
          return { id: newId() };
        }),
      ),
    );
    expect(done).toBe(1);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('that was refused counts as not done', async () => {
    const actor = await newActor(database.owner);
    const asked = { act: 'refused', content: 'x' };
    await expect(
      actOnce(actor, asked, async () => {
        throw conflict('idea_state');
      }),
    ).rejects.toMatchObject({ reason: 'idea_state' });
    expect(await actOnce(actor, asked, async () => 'done')).toBe('done');
  });

  it('is another one for other content, another person and after ten minutes', async () => {
    const [one, two] = [await newActor(database.owner), await newActor(database.owner)];
    const once = async (actor = one, content: unknown = 'x') =>
      await actOnce(actor, { act: 'other', content }, async () => newId());
    const first = await once();
    expect(await once()).toBe(first);
    expect(await once(two)).not.toBe(first);
    expect(await once(one, 'y')).not.toBe(first);
    minutes(9);
    expect(await once()).toBe(first);
    minutes(11);
    const later = await once();
    expect(later).not.toBe(first);
    expect(await once()).toBe(later);
  });

  it('leaves no trace of who and what, and is forgotten', async () => {
    const actor = await newActor(database.owner);
    await actOnce(actor, { act: 'trace', content: 'palabra-que-nadie-dice' }, async () => null);
    const kept = async () =>
      JSON.stringify(await database.owner.selectFrom('recent_act').selectAll().execute());
    expect(await kept()).not.toContain('palabra-que-nadie-dice');
    expect(await kept()).not.toContain(actor.personId);
    minutes(120);
    await sweepActs();
    expect(await kept()).toBe('[]');
  });
});

describe('pressed twice at once', () => {
  /** Does it twice at once and once more after; all three tell the same. */
  async function same<T>(act: () => Promise<T>): Promise<T> {
    const [one, two] = await Promise.all([act(), act()]);
    expect(two).toEqual(one);
    expect(await act()).toEqual(one);
    return one;
  }
  const idea = () => ({
    commitment: plan.commitments[0]!.slug,
    title: 'Bebederos en el parque de la esquina',
    description: 'Que haya agua para quienes caminan por el barrio.',
  });

  it('there is one draft and one idea; taken back, the same may be sent again', async () => {
    const actor = await newActor(database.owner);
    const draft = await same(async () => await draftIdea(actor, idea()));
    const sent = await same(async () => await submitIdea(actor, idea()));
    expect(sent.id).not.toBe(draft.id);
    await withdrawIdea(actor, sent.id, 'Me equivoqué');
    expect((await submitIdea(actor, idea())).id).not.toBe(sent.id);
  });

  it('there is one comment, one report and one dossier', async () => {
    const actor = await newActor(database.owner);
    const { id } = await newIdea(database.owner, { commitmentId: plan.commitments[0]!.id });
    await same(async () => await publishComment(actor, id, { text: 'Estoy de acuerdo con esto.' }));
    await same(async () => await fileReport(actor, { kind: 'idea', id, reason: 'otra' }));
    const moderator = await newActor(database.owner, { roles: ['moderacion'] });
    await same(
      async () =>
        await draftProposal(moderator, {
          commitment: plan.commitments[0]!.slug,
          title: 'Agua en los parques',
          problem: 'No hay agua donde la gente camina.',
          body: 'Poner bebederos en los parques del barrio.',
          ideas: [id],
          taken: {},
        } as Parameters<typeof draftProposal>[1]),
    );
  });

  it('there is one institution, one group and one invitation', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await same(
      async () =>
        await saveInstitution(coordinator, { name: { es: 'Jardín Nuevo', en: 'New Garden' } }),
    );
    const group = await same(
      async () =>
        await saveOrganisation(coordinator, {
          name: 'Huerta de la loma',
          kind: 'jac',
          localityCode: null,
          contact: '',
          note: '',
        } as unknown as Parameters<typeof saveOrganisation>[1]),
    );
    const { id } = await newMeeting(database.owner, plan);
    await same(
      async () =>
        await inviteGroup(coordinator, id, {
          organisationId: group.id,
          channel: 'correo',
        } as never),
    );
  });

  it('one form of registration holds one place, whatever else was written', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 5 });
    const form = () => newForm({ nombre: 'Ána Ruiz', correo: 'ana-dos@prueba.convite' });
    const first = await same(async () => placeOf(await registerPerson(null, id, form(), web)));
    const again = newForm({ nombre: 'ana ruíz', correo: 'ana-dos@prueba.convite', apoyo: ['lsc'] });
    expect(placeOf(await registerPerson(null, id, again, web))).toEqual(first);
    // Another of the same house is another person.
    const other = newForm({ nombre: 'Luz Ruiz', correo: 'ana-dos@prueba.convite' });
    expect((await registerPerson(null, id, other, web)).id).not.toBe(first.id);
    const count = await database.owner
      .selectFrom('registration')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('meeting_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(count.n).toBe(2);
    // Who gave the place up may ask for it again.
    await giveUp(first.code);
    expect((await registerPerson(null, id, form(), web)).id).not.toBe(first.id);
  });

  it('opens the personal part again in the browser that sent the form, and in no other', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 5 });
    const form = () => newForm({ nombre: 'Eva Ruiz', correo: undefined, telefono: '3005550199' });
    const send = async (device: string, actor: Actor | null = null) =>
      await registerPerson(actor, id, form(), { ...web, device });
    const first = await send('one');
    expect((await send('two')).opened).toBeNull();
    // Nor to who signs in on the same browser, as who runs the meeting may at the door.
    const staff = await newActor(database.owner, { roles: ['facilitacion'] });
    expect((await send('one', staff)).opened).toBeNull();
    const again = await send('one');
    expect(again.code).toBe(first.code);
    expect(again.opened?.word).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
    expect(again.opened?.word).toBe(first.opened?.word);
    // Once it was shown there, who repeats the form may be the next person of the hall.
    await noteShown(hereKey(null, 'one'));
    expect(await send('one')).toMatchObject({ code: first.code, opened: null });
  });

  it('opens it no more once somebody else registered in that browser', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 5 });
    const send = async (nombre: string) =>
      await registerPerson(
        null,
        id,
        newForm({ nombre, correo: undefined, telefono: '3005550188' }),
        { ...web, device: 'hall' },
      );
    await send('Rut Ruiz');
    const next = await send('Sol Ruiz');
    expect((await send('Rut Ruiz')).opened).toBeNull();
    expect((await send('Sol Ruiz')).opened?.word).toBe(next.opened?.word);
  });

  it('later only the account itself is led to its place: the code is not told to who knows a name', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 5 });
    const actor = await newActor(database.owner);
    const form = () => newForm({ nombre: 'Ana Ruiz', correo: 'ana-tres@prueba.convite' });
    const first = await registerPerson(actor, id, form(), web);
    minutes(11);
    expect((await registerPerson(actor, id, form(), web)).code).toBe(first.code);
    expect((await registerPerson(null, id, form(), web)).code).not.toBe(first.code);
  });
});
