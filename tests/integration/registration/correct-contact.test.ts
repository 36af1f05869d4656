import { beforeEach, describe, expect, it } from 'vitest';
import { codeOfRegistration } from '#app/domains/registration/match-keys.server.ts';
import { correctContact, readContact } from '#app/domains/registration/correct-contact.server.ts';
import { listCalls } from '#app/domains/registration/list-calls.server.ts';
import { listDuplicates } from '#app/domains/registration/list-duplicates.server.ts';
import {
  mailPersonalLink,
  readPersonal,
  spendLink,
} from '#app/domains/registration/open-personal.server.ts';
import { readdressMails } from '#app/domains/registration/readdress-mails.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import { mailedLink, openByMail, proofOf } from '#tests/factories/opened.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { mailsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.deleteFrom('mail').execute();
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;
const wrong = 'mla@prueba.convite';
const right = 'mal@prueba.convite';

async function facilitated(overrides: NewMeeting = {}) {
  const meeting = await newMeeting(database.owner, plan, overrides);
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meeting.id }],
  });
  return { ...meeting, facilitator };
}
type Made = Awaited<ReturnType<typeof facilitated>>;

const correct = async (meeting: Made, id: string, to: { email?: string; phone?: string }) =>
  await correctContact(meeting.facilitator, meeting.id, {
    registrationId: id,
    email: to.email,
    phone: to.phone,
  });

/** As if no server had taken them: of the demonstration's mailbox each is sent at once. */
async function unsend(recipient: string): Promise<void> {
  await database.owner
    .updateTable('mail')
    .set({ sent_at: null })
    .where('recipient', '=', recipient)
    .execute();
}

describe('a contact that who facilitates corrects', () => {
  it('is told to both addresses, and to the earlier one without a name or a code', async () => {
    const meeting = await facilitated();
    const form = newForm({ nombre: 'Elvira Torres', correo: wrong });
    const { id, code } = await registerPerson(null, meeting.id, form, web);
    await correct(meeting, id, { email: right, phone: '3005550171' });
    const last = (await mailsTo(wrong)).at(-1)!;
    expect(last.subject).toMatch(/^Ya no te escribimos aquí/);
    expect(last.body).not.toMatch(new RegExp(`Elvira|${code}|${right}|3005550171`));
    const [told] = await mailsTo(right);
    expect(told!.subject).toMatch(/^Corregimos tu contacto/);
    expect(await readContact(meeting.facilitator, meeting.id, id)).toMatchObject({
      email: right,
      phone: '3005550171',
    });
    const noted = await database.owner
      .selectFrom('audit_entry')
      .select(['actor_id as by', 'data'])
      .where('action', '=', 'registration.contact-corrected')
      .where('subject_id', '=', id)
      .execute();
    expect(noted).toEqual([
      {
        by: meeting.facilitator.personId,
        data: { meetingId: meeting.id, changed: ['email', 'phone'] },
      },
    ]);
    // The same once more is no correction.
    await correct(meeting, id, { email: right, phone: '3005550171' });
    expect(await mailsTo(right)).toHaveLength(1);
  });

  it('is nobody else’s to correct', async () => {
    const meeting = await facilitated();
    const other = await facilitated();
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await registerPerson(null, meeting.id, newForm(), web);
    for (const [actor, where, kind] of [
      [other.facilitator, meeting.id, 'not-found'],
      [other.facilitator, other.id, 'not-found'],
      [coordinator, meeting.id, 'forbidden'],
    ] as const) {
      const given = { registrationId: id, email: right, phone: undefined };
      await expect(correctContact(actor, where, given)).rejects.toMatchObject({ kind });
      await expect(readContact(actor, where, id)).rejects.toMatchObject({ kind });
    }
    expect(await mailsTo(right)).toEqual([]);
  });

  it('ends what the earlier address opened, and its new one opens no answers', async () => {
    const meeting = await facilitated();
    const said = { acepta_estadistica: 'si', genero: 'mujer_trans' };
    const form = newForm({ correo: wrong, ...said });
    const { id, code } = await registerPerson(null, meeting.id, form, web);
    const opened = await openByMail(database, id, wrong);
    await asWorker(database, async () => await mailPersonalLink(id));
    const onItsWay = await mailedLink(database, wrong);
    await correct(meeting, id, { email: right });
    expect(await proofOf(code, opened)).toBeNull();
    await expect(spendLink(null, codeOfRegistration(id), onItsWay)).rejects.toMatchObject({
      reason: 'personal_link_over',
    });
    const now = await openByMail(database, id, right);
    const seen = await readPersonal(null, id, now);
    expect(seen?.file.email).toBe(right);
    expect(seen?.answers).toBeNull();
  });

  it('takes along what was not sent, but no link; without an address the person is called', async () => {
    const meeting = await facilitated();
    const { id } = await registerPerson(null, meeting.id, newForm({ correo: wrong }), web);
    await asWorker(database, async () => await mailPersonalLink(id));
    await unsend(wrong);
    await correct(meeting, id, { email: right });
    await unsend(right);
    await asWorker(database, async () => await readdressMails(id));
    expect((await mailsTo(wrong)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Ya no te escribimos aquí/),
    ]);
    expect((await mailsTo(right)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Tienes puesto/),
      expect.stringMatching(/^Corregimos tu contacto/),
    ]);
    await correct(meeting, id, { phone: '3005550172' });
    await asWorker(database, async () => await readdressMails(id));
    expect(await mailsTo(right)).toMatchObject([{ subject: expect.stringMatching(/^Ya no te/) }]);
    expect(await listCalls(meeting.facilitator)).toMatchObject([
      { about: 'registered', phone: '3005550172' },
    ]);
  });

  it('may be somebody else’s of the same meeting, which is shown', async () => {
    const meeting = await facilitated();
    const phone = '3005550173';
    const form = newForm({ nombre: 'Ana Rojas', correo: '', telefono: phone });
    await registerPerson(null, meeting.id, form, web);
    const { id } = await registerPerson(null, meeting.id, newForm({ nombre: 'Ana Roja' }), web);
    const pairs = async () => await listDuplicates(meeting.facilitator, meeting.id);
    const before = await pairs();
    await correct(meeting, id, { phone });
    expect(JSON.stringify(await pairs())).not.toBe(JSON.stringify(before));
    expect(JSON.stringify(await pairs())).toContain('contacto');
  });
});
