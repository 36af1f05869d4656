import type { ReactNode } from 'react';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { MeetingHead } from '#app/domains/meetings/ui/meeting-head.tsx';
import type { OwnRegistration as Own } from '#app/domains/registration/get-own-registration.server.ts';
import { isLive } from '#app/domains/registration/rules.ts';
import type { RegistrationView } from '#app/domains/registration/types.ts';
import { OpenForm } from '#app/domains/registration/ui/open-form.tsx';
import { OwnCode, OwnWord, type Drawing } from '#app/domains/registration/ui/own-code.tsx';
import {
  CancelForm,
  isPast,
  OwnLead,
  OwnPlace,
  toldState,
} from '#app/domains/registration/ui/own-place.tsx';
import { OwnRegistration } from '#app/domains/registration/ui/own-registration.tsx';
import { OwnTwins } from '#app/domains/registration/ui/own-twins.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

type Props = Own & {
  code: string;
  qr: Drawing;
  registration: RegistrationView;
  meeting: PublicMeeting;
  now: Date;
  link: string | null;
  /** The person's word, while it is told; once. */
  word: string | null;
  /** What the draw of places says of this registration. */
  draw: ReactNode;
  came: boolean | null;
};

/**
 * The page of a registration: what its code shows, and to whom proved to be its person, the rest.
 */
export function OwnPage(given: Props) {
  const { code, qr, registration, meeting, now, personal, twins, link, word, draw, came, ...own } =
    given;
  const t = useT('registration');
  const ofMeetings = useT('meetings');
  const form = useFormState({
    palabra: t('own.open.word'),
    nombre: t('form.name'),
    correo: t('form.email'),
    telefono: t('form.phone'),
    apoyo_otro: t('form.needs.other'),
    genero: t('form.genero'),
    anio_nacimiento: t('form.anio'),
    acudiente_nombre: t('form.minor.name'),
    acudiente_contacto: t('form.minor.contact'),
  });
  const { state } = registration;
  const live = isLive(state);
  const stands = { registration, meeting, now, came };
  const past = isPast(stands);
  return (
    <div className="l-wrap">
      <MeetingHead
        meeting={meeting}
        now={now}
        title={t(`own.heading.${toldState(stands)}`)}
        crumbs={[{ href: `/talleres/${meeting.id}`, label: meeting.title }]}
        current={t('own.title')}
      >
        <OwnLead {...stands} />
      </MeetingHead>
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          <FormMessages form={form} />
          {word && <OwnWord word={word} />}
          <OwnPlace {...stands} />
          {draw}
          {registration.duplicates > 0 && live && (
            <OwnTwins twins={twins} mayChange={own.mayChange} />
          )}
          {personal && (
            <OwnRegistration {...personal} {...own} form={form} allocation={meeting.allocation} />
          )}
          {!personal && state !== 'solo_asistencia' && <OpenForm link={link} form={form} />}
          {state === 'inscrita' && past && came !== false && (
            <p>
              <ButtonLink icon="document" href={`/inscripciones/${code}/constancia`}>
                {t('own.certificate')}
              </ButtonLink>
            </p>
          )}
          {own.mayChange && live && <CancelForm isOpen={personal !== null} />}
          {(!live || past) && (
            <p>
              <ButtonLink href="/talleres">{ofMeetings('list.title')}</ButtonLink>
            </p>
          )}
        </div>
        <OwnCode code={code} qr={qr} past={past} />
      </div>
    </div>
  );
}
