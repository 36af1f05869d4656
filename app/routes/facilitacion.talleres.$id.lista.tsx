import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { cancelForPerson } from '#app/domains/registration/cancel-for-person.server.ts';
import { correctContact, readContact } from '#app/domains/registration/correct-contact.server.ts';
import { printRoster } from '#app/domains/registration/print-roster.server.ts';
import { isLive, mayChangeRegistration } from '#app/domains/registration/rules.ts';
import { CancelForm, ContactForm } from '#app/domains/registration/schema.ts';
import { CancelFor } from '#app/domains/registration/ui/cancel-for.tsx';
import { ChooseContact, CorrectContact } from '#app/domains/registration/ui/correct-contact.tsx';
import { RosterOwn, RosterSign } from '#app/domains/registration/ui/roster-sheets.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { meeting, people } = await printRoster(actor, params['id']);
  const correcting = url.searchParams.get('corregir');
  const { apoyo } = await recallOptions(visit.db, visit.locale);
  return {
    title: `${visit.t('roster')('paper.roster.title')} · ${meeting.title}`,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      venue: meeting.venue,
      lang: meeting.lang,
    },
    people,
    mayCancel: people
      .filter(({ state }) => isLive(state) && mayChangeRegistration(meeting, state, now()).allowed)
      .map(({ id, name, phone, email }) => ({ id, name, phone, email })),
    correcting: correcting === null ? null : await readContact(actor, params['id'], correcting),
    needs: Object.fromEntries(apoyo.map(({ code, label }) => [code, label])),
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    if (form.get('accion') === 'corregir') {
      await correctContact(actor, params['id'], parseForm(form, ContactForm));
      return redirectTo(`/facilitacion/talleres/${params['id']}/lista`, {
        notice: 'contact_corrected',
      });
    }
    await cancelForPerson(actor, params['id'], parseForm(form, CancelForm).registrationId);
    return redirectTo(`/facilitacion/talleres/${params['id']}/lista`, {
      notice: 'registration_cancelled_for',
    });
  },
  { form: true },
);

/**
 * The list of people on paper: a sheet that goes from hand to hand to be signed, and one that stays
 * with who facilitates. On the screen, a place is given up for who says that they cannot come, and a
 * contact that was written wrong is corrected.
 */
export default function RosterPage() {
  const { meeting, people, mayCancel, correcting, needs } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofSite = useT('common');
  const f = useFormat();
  const form = useFormState({
    inscripcion: t('cancel_for.who'),
    correo: t('contact.email'),
    telefono: t('contact.phone'),
  });
  const holding = people.filter((person) => person.state !== 'en_espera');
  return (
    <div className="l-wrap">
      <div className="u-screen">
        <PageHead
          title={t('paper.roster.heading', { count: holding.length })}
          crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
          current={t('paper.roster.title')}
          lead={t('paper.roster.lead')}
        />
        <div className="l-stack l-gap">
          <FormMessages form={form} />
          {correcting && <CorrectContact person={correcting} form={form} />}
          {mayCancel.length > 0 && <CancelFor people={mayCancel} form={form} />}
          {people.length > 0 && <ChooseContact people={people} />}
        </div>
      </div>
      <div className="l-stack l-stack--wide">
        <RosterSign
          title={meeting.title}
          lang={meeting.lang}
          when={f.date(meeting.startsAt, 'moment')}
          venue={meeting.venue}
          people={holding}
        />
        <RosterOwn people={people} needs={needs} />
      </div>
    </div>
  );
}
