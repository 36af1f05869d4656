import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, askFirst, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { getListDesk } from '#app/domains/registration/open-list.server.ts';
import { mayRegister } from '#app/domains/registration/rules.ts';
import { losesAnswers, repeated } from '#app/domains/registration/schema.ts';
import { TakenForm, TakenQuery } from '#app/domains/registration/take-form.ts';
import { findTaken, takeRegistration } from '#app/domains/registration/take-registration.server.ts';
import { RegistrationForm } from '#app/domains/registration/ui/registration-form.tsx';
import { ConsentGiven, TakenSays } from '#app/domains/registration/ui/taken-parts.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;
/** A form sent back holds what somebody said of themselves: no browser keeps a copy. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const meeting = await getListDesk(db, actor, params['id']);
  // A refused post shows the form again with its reason.
  if (visit.status === undefined) authorize(mayRegister(meeting, now(), 'telefono'));
  const asked = parseForm(Object.fromEntries(url.searchParams), TakenQuery);
  const [options, localities, taken] = await Promise.all([
    recallOptions(db, locale),
    recallLocalities(db),
    findTaken(db, meeting, asked),
  ]);
  const { id, title, allocation, allottedAt } = meeting;
  return {
    title: `${visit.t('roster')('take.title')} · ${title}`,
    meeting: { id, title, allocation, allottedAt },
    taken,
    options,
    policy: currentPolicy.version,
    localities: localities.map(({ code, name }) => ({ value: code, label: name })),
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const input = parseForm(form, TakenForm, repeated);
    if (losesAnswers(input)) return askFirst(form, 'estadistica');
    const { id, isNew } = await takeRegistration(actor, params['id'], input);
    return redirectTo(`/facilitacion/talleres/${params['id']}/inscribir?hecha=${id}`, {
      notice: isNew ? 'person_taken' : 'person_there',
    });
  },
  { form: true },
);

/** Who facilitates registers people who call or left a paper, one after the other. */
export default function TakeRegistrations() {
  const { meeting, taken, options, policy, localities } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofForm = useT('registration');
  const ofSite = useT('common');
  const form = useFormState({
    canal: t('take.channel'),
    consiente_fecha: t('take.day'),
    nombre: ofForm('form.name'),
    correo: ofForm('form.email'),
    telefono: ofForm('form.phone'),
    apoyo_otro: ofForm('form.needs.other'),
    anio_nacimiento: ofForm('form.anio'),
    acudiente_nombre: ofForm('form.minor.name'),
    acudiente_contacto: ofForm('form.minor.contact'),
    documento: ofForm('form.document'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('take.title')}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t('take.title')}
        lead={t('take.lead', { title: meeting.title })}
      />
      <MeetingNav id={meeting.id} current="take" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {taken && !form.posted && <TakenSays taken={taken} meeting={meeting} />}
        <RegistrationForm
          form={form}
          options={options}
          localities={localities}
          initial={{ name: '', email: '' }}
          policy={policy}
          isFull={null}
          allocation={meeting.allocation}
          keepAs={null}
          taken={<ConsentGiven form={form} channel={taken?.channel ?? ''} />}
        />
      </div>
    </div>
  );
}
