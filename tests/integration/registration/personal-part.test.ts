import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { systemActor } from '#app/kernel/actor.ts';
import { adoptRegistration } from '#app/domains/registration/adopt-registration.server.ts';
import { correctPersonal } from '#app/domains/registration/correct-personal.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import {
  askForLink,
  closePersonal,
  mailKeyOf,
  mailPersonalLink,
  proveWord,
  readPersonal,
  spendLink,
} from '#app/domains/registration/open-personal.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { mailedLink, openByMail, proofOf, sessionOf } from '#tests/factories/opened.ts';
import { asWorker, freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;

describe('the personal part', () => {
  it('opens to the word that only the person was told, however it is typed, and not to the contact', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, opened } = await registerPerson(
      null,
      id,
      newForm({ correo: '', telefono: '+57 300 123 45 67' }),
      web,
    );
    const word = opened!.word!;
    expect(word).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
    for (const wrong of ['300 123 45 67', code, word.split(' ').slice(0, 2).join(' ')])
      await expect(proveWord(null, code, wrong)).rejects.toMatchObject({
        errors: { palabra: ['word_wrong'] },
      });
    const pass = await proveWord(null, code, `  ${word.toUpperCase().replaceAll(' ', '-')}.`);
    expect(await proofOf(code, pass)).toMatchObject({ secret: pass, mailKey: null });
    expect(await proofOf(code, `${pass}x`)).toBeNull();
    setClockOffset(16 * 60_000);
    expect(await proofOf(code, pass)).toBeNull();
  });

  it('closes the way by the word for a day after ten wrong ones, the right one too', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, opened } = await registerPerson(
      null,
      id,
      newForm({ correo: '', telefono: '300 123 45 68' }),
      web,
    );
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, () => proveWord(null, code, 'una dos tres')),
    );
    const kinds = tries.map(
      (one) => ((one as PromiseRejectedResult).reason as { kind?: string }).kind ?? 'wrong',
    );
    expect(kinds.filter((kind) => kind === 'rate-limited')).toHaveLength(6);
    await expect(proveWord(null, code, opened!.word!)).rejects.toMatchObject({
      kind: 'rate-limited',
    });
    setClockOffset(25 * 3_600_000);
    await expect(proveWord(null, code, opened!.word!)).resolves.toMatch(/^[\w-]{22}$/);
  });

  it('opens once by a mailed link, which the web process can neither make nor use twice', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, id: registrationId } = await registerPerson(
      null,
      id,
      newForm({ correo: 'enlace@prueba.convite' }),
      web,
    );
    await askForLink(code);
    expect(await queuedJobs(database, 'registration.mail-link')).toContainEqual({ registrationId });
    await expect(mailPersonalLink(registrationId)).rejects.toMatchObject({ code: '42501' });
    const job = newId();
    for (let repeated = 0; repeated < 2; repeated += 1)
      await asWorker(database, async () => await mailPersonalLink(registrationId, job));
    const mails = database.owner.selectFrom('mail').select('id').where('id', '=', job);
    expect(await mails.execute()).toHaveLength(1);
    const link = await mailedLink(database, 'enlace@prueba.convite');
    const other = await registerPerson(null, id, newForm(), web);
    await expect(spendLink(null, other.code, link)).rejects.toMatchObject({
      reason: 'personal_link_over',
    });
    const pass = await spendLink(null, code, link);
    expect(await proofOf(code, pass)).toEqual({
      registrationId,
      secret: pass,
      mailKey: mailKeyOf('enlace@prueba.convite'),
    });
    await expect(spendLink(null, code, link)).rejects.toMatchObject({
      reason: 'personal_link_over',
    });
    await closePersonal(pass);
    expect(await proofOf(code, pass)).toBeNull();
  });

  it('shows the person what they declared, can be corrected and taken into an account', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const {
      code,
      id: registrationId,
      opened,
    } = await registerPerson(
      null,
      id,
      newForm({ acepta_estadistica: 'si', genero: 'mujer', apoyo: ['lsc', 'rampa'] }),
      web,
    );
    const { pass } = opened!;
    const corrected = {
      name: 'Rosa Elena',
      email: 'rosa@prueba.convite',
      phone: undefined,
      needs: [
        { need: 'lsc', note: '' },
        { need: 'otro', note: 'Silla con brazos' },
      ],
    };
    await correctPersonal(null, code, corrected, pass);
    const seen = await readPersonal(null, registrationId, pass);
    expect(seen!.answers).toMatchObject({ genero: 'mujer' });
    expect(seen!.file).toMatchObject({
      name: 'Rosa Elena',
      email: 'rosa@prueba.convite',
      needs: [{ need: 'lsc' }, { need: 'otro', note: 'Silla con brazos' }],
    });
    // Whoever corrected it with the proof is written to there, and the link opens the answers.
    const mailed = await openByMail(database, registrationId, 'rosa@prueba.convite');
    expect((await readPersonal(null, registrationId, mailed))!.answers).toMatchObject({
      genero: 'mujer',
    });
    const person = await newActor(database.owner);
    const session = await sessionOf(database, person);
    await adoptRegistration(person, code, { pass, session });
    expect((await getRegistration(database.db, code)).registration.personId).toBe(person.personId);
    expect((await readPersonal(person, registrationId, session))!.answers).toMatchObject({
      genero: 'mujer',
    });
    await expect(
      adoptRegistration(await newActor(database.owner), code, { pass, session: '' }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'registration_of_another' });
    await expect(adoptRegistration(systemActor, code, { pass, session })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
  });
});
