import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { writeCookie } from '#app/platform/http/cookies.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, askFirst, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import {
  passCookie,
  passSeconds,
  passValue,
} from '#app/domains/registration/open-personal.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { awaitsDraw, shownState } from '#app/domains/meetings/rules.ts';
import { mayRegister } from '#app/domains/registration/rules.ts';
import {
  losesAnswers,
  RegistrationForm as Shape,
  repeated,
} from '#app/domains/registration/schema.ts';
import { AllocationSays } from '#app/domains/meetings/ui/allocation-says.tsx';
import { MeetingHead } from '#app/domains/meetings/ui/meeting-head.tsx';
import { MeetingPlace } from '#app/domains/meetings/ui/meeting-place.tsx';
import { RegistrationForm } from '#app/domains/registration/ui/registration-form.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const handle = { script: true, ns: ['meetings', 'registration'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const meeting = await getMeeting(visit.db, visit.actor, params['id']);
  // A refused post shows the form again with its reason; who comes by link to a closed one is told why.
  if (visit.status === undefined) authorize(mayRegister(meeting, now()));
  const [options, localities] = await Promise.all([
    recallOptions(visit.db, visit.locale),
    recallLocalities(visit.db),
  ]);
  return {
    title: visit.t('registration')('form.heading', { title: meeting.title }),
    meeting,
    now: now(),
    options,
    policy: currentPolicy.version,
    localities: localities.map((locality) => ({ value: locality.code, label: locality.name })),
    initial: { name: visit.actor?.name ?? '', email: visit.actor?.email ?? '' },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const input = parseForm(form, Shape, repeated);
    if (losesAnswers(input)) return askFirst(form, 'estadistica');
    await limitAct(visit, 'registration');
    const { code, opened } = await registerPerson(visit.actor, params['id'], input, {
      channel: 'web',
      locale: visit.locale,
      device: visit.device,
    });
    // Who repeats a form after its page was shown may be somebody else: what it opened closes.
    visit.cookies.push(
      writeCookie(passCookie, opened ? passValue(opened) : '', {
        maxAge: opened ? passSeconds : 0,
        secure: visit.facts.secure,
      }),
    );
    return redirectTo(`/inscripciones/${code}`, { notice: 'registered' });
  },
  { form: true },
);

export default function Register() {
  const { meeting, now, options, localities, policy, initial } = useLoaderData<typeof loader>();
  const t = useT('registration');
  const ofMeetings = useT('meetings');
  const f = useFormat();
  const form = useFormState({
    nombre: t('form.name'),
    correo: t('form.email'),
    telefono: t('form.phone'),
    apoyo: t('form.needs.legend'),
    apoyo_otro: t('form.needs.other'),
    anio_nacimiento: t('form.anio'),
    acudiente_nombre: t('form.minor.name'),
    acudiente_contacto: t('form.minor.contact'),
    documento: t('form.document'),
  });
  const isFull = shownState(meeting, now) === 'lleno';
  const whenFull = t(meeting.allocation === 'metas' ? 'form.full.metas' : 'form.full');
  const whileOpen = ofMeetings('meeting.closes', { date: f.date(meeting.closesAt, 'weekday') });
  const whileSure = meeting.isFull === null ? t('form.few') : whileOpen;
  const byArrival = isFull ? whenFull : whileSure;
  const stands = awaitsDraw(meeting) ? t('form.in_draw') : byArrival;
  return (
    <div className="l-wrap">
      <MeetingHead
        meeting={meeting}
        now={now}
        title={t('form.heading', { title: meeting.title })}
        crumbs={[{ href: `/talleres/${meeting.id}`, label: meeting.title }]}
        current={t('form.title')}
      />
      <div className="l-rail">
        <div className="l-stack">
          <FormMessages form={form} />
          <Notice kind="sun">
            {stands} {t('form.takes')}
          </Notice>
          <AllocationSays meeting={meeting} />
          <RegistrationForm
            form={form}
            options={options}
            localities={localities}
            initial={initial}
            policy={policy}
            isFull={meeting.isFull === null ? null : isFull}
            allocation={meeting.allocation}
            keepAs={`taller.${meeting.id}`}
          />
        </div>
        <div>
          <MeetingPlace meeting={meeting} access={options.accesibilidad} />
          <section className="side" aria-labelledby="papel">
            <h2 id="papel">{t('form.paper.title')}</h2>
            <p className="u-small u-mute">{t('form.paper.text')}</p>
            <p>
              <a href={`/talleres/${meeting.id}/formulario`}>{ofMeetings('meeting.paper')}</a>
            </p>
          </section>
        </div>
      </div>
    </div>
  );
}
