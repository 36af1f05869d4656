import { describe, expect, it } from 'vitest';
import { cancelMeeting, publishMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import {
  getMeetingDraft,
  listPreparations,
} from '#app/domains/meetings/get-meeting-draft.server.ts';
import { jobs } from '#app/domains/registration/jobs.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { valuesOfMeeting } from '#app/domains/meetings/meeting-values.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { callMeeting, changeMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { MeetingForm } from '#app/domains/meetings/schema.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/integration/database.ts';
import { web, asForm, database, plan } from './meeting-forms.ts';

const mailsAbout = async (subject: string) =>
  await database.owner
    .selectFrom('mail')
    .select(['recipient', 'subject', 'body'])
    .where('subject', 'like', `${subject}%`)
    .orderBy('recipient')
    .execute();
const run = async (name: string, payload: unknown) =>
  await jobs.find((job) => job.name === name)!.run(payload);

describe('a meeting', () => {
  it('is called by coordination alone, as a draft that only who prepares it sees', async () => {
    const [coordinator, facilitator, moderator] = [
      await newActor(database.owner, { roles: ['coordinacion'] }),
      await newActor(database.owner, { roles: ['facilitacion'] }),
      await newActor(database.owner, { roles: ['moderacion'] }),
    ];
    await expect(callMeeting(facilitator, asForm())).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'role_missing',
    });
    const { id } = await callMeeting(coordinator, asForm());
    await expect(getMeeting(database.db, moderator, id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(getMeeting(database.db, null, id)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await getMeeting(database.db, facilitator, id)).state).toBe('borrador');
    await publishMeeting(coordinator, id);
    expect((await getMeeting(database.db, null, id)).state).toBe('publicado');
    await expect(publishMeeting(coordinator, id)).rejects.toMatchObject({
      reason: 'meeting_published',
    });
    expect(
      (
        await database.owner
          .selectFrom('audit_entry')
          .select('action')
          .where('subject_id', '=', id)
          .orderBy('id')
          .execute()
      ).map((row) => row.action),
    ).toEqual(['meetings.meeting-called', 'meetings.meeting-published']);
  });

  it('comes back to its form as it was written', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const input = asForm({
      modalidad: 'hibrida',
      enlace: 'https://sala.prueba.convite/usme',
      materiales: 'Mapa de cruces',
    });
    const { id } = await callMeeting(coordinator, input);
    const draft = await getMeetingDraft(database.db, coordinator, id);
    expect(MeetingForm.parse(valuesOfMeeting(draft.meeting, draft.onlineUrl))).toEqual(input);
  });

  it('refuses what its catalogues do not have, each at its field', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await expect(
      callMeeting(
        coordinator,
        asForm({ compromisos: ['no-existe'], localidad: '99', accesibilidad: ['cohete'] }),
      ),
    ).rejects.toMatchObject({
      errors: {
        compromisos: ['choose_one'],
        localidad: ['choose_one'],
        accesibilidad: ['choose_one'],
      },
    });
  });

  it('changed by two people at once keeps one change and tells the other', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await callMeeting(coordinator, asForm());
    const both = await Promise.allSettled([
      changeMeeting(coordinator, id, 1, asForm({ titulo: 'Primer cambio' })),
      changeMeeting(coordinator, id, 1, asForm({ titulo: 'Segundo cambio' })),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', reason: 'changed_meanwhile' },
    });
    await changeMeeting(coordinator, id, 2, asForm({ titulo: 'Tercer cambio' }));
  });

  it('is changed by its own facilitators and unknown to those of others', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const own = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
    });
    const other = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'commitment', scopeId: plan.commitments[1]!.id }],
    });
    await changeMeeting(own, id, 1, asForm());
    await expect(changeMeeting(other, id, 2, asForm())).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(getMeetingDraft(database.db, other, id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(cancelMeeting(other, id, 'No se puede hacer')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('cannot have fewer places than are taken; more places go to who waits', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await newMeeting(database.owner, plan, { capacity: 2 });
    for (let n = 0; n < 3; n += 1) await registerPerson(null, id, newForm(), web);
    await expect(
      changeMeeting(coordinator, id, 1, asForm({ cupo: '1', reservados: '0' })),
    ).rejects.toMatchObject({ errors: { cupo: ['capacity_below_held|held=2'] } });
    await changeMeeting(coordinator, id, 1, asForm({ cupo: '3', reservados: '0' }));
    await jobs.find((job) => job.name === 'meetings.places-changed')!.run({ meetingId: id });
    expect(
      await database.owner
        .selectFrom('registration')
        .select('state')
        .where('meeting_id', '=', id)
        .orderBy('place')
        .execute(),
    ).toEqual([{ state: 'inscrita' }, { state: 'inscrita' }, { state: 'ofrecida' }]);
  });

  it('for which somebody registered does not become a fair', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await newMeeting(database.owner, plan);
    await registerPerson(null, id, newForm(), web);
    await expect(
      changeMeeting(coordinator, id, 1, asForm({ tipo: 'feria', cupo: '', reservados: '' })),
    ).rejects.toMatchObject({ errors: { tipo: ['fair_with_registrations'] } });
  });

  it(
    'cancelled tells everybody who has or awaits a place once, with the reason, even when ' +
      'the job runs twice at once',
    async () => {
      const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
      const { id } = await newMeeting(database.owner, plan, { capacity: 1 });
      for (const correo of ['con-puesto@prueba.convite', 'en-espera@prueba.convite'])
        await registerPerson(null, id, newForm({ correo }), web);
      await cancelMeeting(coordinator, id, 'El salón se inundó esta semana.');
      await expect(
        cancelMeeting(coordinator, id, 'El salón se inundó esta semana.'),
      ).rejects.toMatchObject({ reason: 'meeting_cancelled' });
      const [payload, ...more] = (
        await queuedJobs<{ meetingId: string }>(database, 'meetings.cancel-registrations')
      ).filter((job) => job.meetingId === id);
      expect(more).toEqual([]);
      await Promise.all([
        run('meetings.cancel-registrations', payload),
        run('meetings.cancel-registrations', payload),
      ]);
      await run('meetings.cancel-registrations', payload);
      const told = await mailsAbout('Se canceló el encuentro');
      expect(told.map((mail) => mail.recipient)).toEqual([
        'con-puesto@prueba.convite',
        'en-espera@prueba.convite',
      ]);
      expect(told.every((mail) => mail.body.includes('El salón se inundó esta semana.'))).toBe(
        true,
      );
      await expect(changeMeeting(coordinator, id, 1, asForm())).rejects.toMatchObject({
        reason: 'meeting_over',
      });
    },
  );
});

it('lists for each who prepares what their meetings lack', async () => {
  const { id } = await newMeeting(database.owner, plan);
  const { id: draft } = await newMeeting(database.owner, plan, { state: 'borrador' });
  await registerPerson(null, id, newForm({ apoyo: ['lsc'] }), web);
  const own = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
  expect(
    (await listPreparations(database.db, own)).map(({ meeting, lacking, done }) => [
      meeting.id,
      lacking,
      done.openNeeds,
    ]),
  ).toEqual([[id, ['access', 'goals', 'invitations', 'needs'], 1]]);
  const all = await listPreparations(database.db, coordinator);
  expect(all.map(({ meeting }) => meeting.id).sort()).toEqual([id, draft].sort());
  expect(all.find(({ meeting }) => meeting.id === draft)!.lacking).toEqual([
    'publish',
    'access',
    'facilitators',
    'goals',
    'invitations',
  ]);
});
