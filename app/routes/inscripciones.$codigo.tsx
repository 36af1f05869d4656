import { useLoaderData } from '@remix-run/react';
import { isAppError, notFound } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import {
  act,
  page,
  parseForm,
  redirectTo,
  type ActArgs,
  type PageArgs,
} from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { drawQr } from '#app/platform/qr/draw-qr.server.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { findDrawNames } from '#app/domains/draw/get-draw.server.ts';
import { OwnDraw } from '#app/domains/draw/ui/own-draw.tsx';
import { adoptRegistration } from '#app/domains/registration/adopt-registration.server.ts';
import {
  acceptOffer,
  cancelRegistration,
} from '#app/domains/registration/change-registration.server.ts';
import { correctPersonal } from '#app/domains/registration/correct-personal.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { listDuplicatesOf } from '#app/domains/registration/list-duplicates.server.ts';
import {
  hasPass,
  mailPersonalLink,
  openPass,
  proveContact,
  readPersonal,
  spendLink,
} from '#app/domains/registration/open-personal.server.ts';
import { settleOwnDuplicate } from '#app/domains/registration/settle-own-duplicate.server.ts';
import { awaitsDraw } from '#app/domains/meetings/rules.ts';
import { mayChangeRegistration } from '#app/domains/registration/rules.ts';
import {
  ConsentForm,
  ContactForm,
  LinkForm,
  OwnPairForm,
  PersonalForm,
  RegistrationAct,
} from '#app/domains/registration/schema.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { AllocationSays } from '#app/domains/meetings/ui/allocation-says.tsx';
import { MeetingHead } from '#app/domains/meetings/ui/meeting-head.tsx';
import { OwnRegistration } from '#app/domains/registration/ui/own-registration.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { QrCode } from '#app/ui/qr-code.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: true, ns: ['draw', 'meetings', 'registration'] };
export const meta = titleOf;

const passCookie = 'inscripcion';

/** What the code shows. Wrong codes are counted, so that nobody tries them all. */
async function find({ visit, params }: Pick<PageArgs, 'visit' | 'params'>) {
  try {
    return await getRegistration(visit.db, params['codigo']);
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') await limitAct(visit, 'code');
    throw error;
  }
}

/** Whether the personal part is open: to who holds the pass, or whose account it is in. */
function isOpen(
  { visit, request }: Pick<PageArgs, 'visit' | 'request'>,
  registration: { id: string; personId: string | null },
): boolean {
  return (
    hasPass(readCookie(request.headers.get('cookie'), passCookie), registration.id) ||
    (registration.personId !== null && registration.personId === visit.actor?.personId)
  );
}

export const loader = page(async (args) => {
  const { visit, url, request } = args;
  const { code, registration, meeting } = await find(args);
  const open = isOpen(args, registration);
  const [names, options, localities, twins, personal] = await Promise.all([
    meeting.allocation === 'sorteo' ? findDrawNames(visit.db, registration.id) : null,
    recallOptions(visit.db, visit.locale),
    recallLocalities(visit.db),
    open ? listDuplicatesOf(visit.db, registration.id) : [],
    open && request.method === 'GET' ? readPersonal(visit.actor, registration.id) : null,
  ]);
  return {
    title: visit.t('registration')('own.title'),
    code,
    qr: drawQr(code),
    registration: { ...registration, personId: null },
    meeting,
    now: now(),
    names,
    personal,
    twins: twins.filter((twin) => twin.sameContact),
    options,
    link: url.searchParams.get('enlace'),
    mayChange: mayChangeRegistration(meeting, registration.state, now()).allowed,
    localities: localities.map((locality) => ({ value: locality.code, label: locality.name })),
    isAdopted: registration.personId !== null && registration.personId === visit.actor?.personId,
    canAdopt: visit.actor !== null && registration.personId === null,
  };
});

/** Opens the personal part for a while: the pass is a cookie of this address only. */
function opened({ visit }: ActArgs, code: string, id: string): Response {
  const pass = openPass(id);
  visit.cookies.push(
    writeCookie(passCookie, pass.value, { maxAge: pass.seconds, secure: visit.facts.secure }),
  );
  return redirectTo(`/inscripciones/${code}`, { visit });
}

const acts: Record<string, (args: ActArgs, code: string) => Promise<Response>> = {
  aceptar: async ({ visit }, code) => {
    await acceptOffer(visit.actor, code);
    return redirectTo(`/inscripciones/${code}`, { notice: 'place_accepted' });
  },
  cancelar: async ({ visit }, code) => {
    await cancelRegistration(visit.actor, code);
    return redirectTo(`/inscripciones/${code}`, { notice: 'registration_cancelled' });
  },
  abrir: async (args, code) => {
    const { visit, form } = args;
    await limitAct(visit, 'code');
    const { id } = form.has('enlace')
      ? await spendLink(visit.actor, code, parseForm(form, LinkForm).enlace)
      : await proveContact(visit.actor, code, parseForm(form, ContactForm).contacto);
    return opened(args, code, id);
  },
  enlace: async ({ visit }, code) => {
    await limitAct(visit, 'mail', `registration:${code}`);
    await mailPersonalLink(code);
    return redirectTo(`/inscripciones/${code}`, { notice: 'personal_link_sent' });
  },
  guardar: async ({ visit, form }, code) => {
    await correctPersonal(visit.actor, code, parseForm(form, PersonalForm, ['apoyo']));
    return redirectTo(`/inscripciones/${code}`, { notice: 'registration_saved' });
  },
  retirar_permiso: async ({ visit, form }, code) => {
    await withdrawConsent(visit.actor, code, parseForm(form, ConsentForm).permiso);
    return redirectTo(`/inscripciones/${code}`, { notice: 'consent_withdrawn' });
  },
  aclarar: async ({ visit, form }, code) => {
    const { otra, es } = parseForm(form, OwnPairForm);
    await settleOwnDuplicate(visit.actor, code, otra, es);
    return redirectTo(`/inscripciones/${code}`, {
      notice: es === 'unidas' ? 'registrations_merged' : 'registrations_distinct',
    });
  },
  reclamar: async ({ visit }, code) => {
    await adoptRegistration(visit.requireActor(), code);
    return redirectTo(`/inscripciones/${code}`, { notice: 'registration_adopted' });
  },
  cerrar: async ({ visit }, code) => {
    visit.cookies.push(writeCookie(passCookie, '', { maxAge: 0, secure: visit.facts.secure }));
    return redirectTo(`/inscripciones/${code}`, { visit, notice: 'data_closed' });
  },
};
const personalActs = ['guardar', 'retirar_permiso', 'reclamar', 'aclarar'];

export const action = act(
  async (args) => {
    const { code, registration } = await find(args);
    const { accion } = parseForm(args.form, RegistrationAct);
    // Anything personal asks for the proof again: the code alone never changes it.
    if (personalActs.includes(accion) && !isOpen(args, registration))
      throw notFound('page_not_found');
    return await acts[accion]!(args, code);
  },
  { form: true },
);

/** Asks for the contact that was given, or sends a link to it. */
function OpenForm() {
  const { link } = useLoaderData<typeof loader>();
  const t = useT('registration');
  const form = useFormState();
  return (
    <section className="l-stack" aria-labelledby="abrir">
      <h2 id="abrir">{t('own.open.title')}</h2>
      {link ? (
        <form method="post">
          <input type="hidden" name="enlace" value={link} />
          <Button kind="go" name="accion" value="abrir">
            {t('own.open.link')}
          </Button>
        </form>
      ) : (
        <>
          <p>{t('own.open.text')}</p>
          <form method="post" noValidate className="l-narrow">
            <TextField
              name="contacto"
              label={t('own.open.contact')}
              value={form.value('contacto')}
              error={form.errors('contacto')}
              autoComplete="email"
            />
            <p className="l-row l-end">
              <Button name="accion" value="abrir">
                {t('own.open.go')}
              </Button>
              <Button kind="quiet" icon="mail" name="accion" value="enlace">
                {t('own.open.mail')}
              </Button>
            </p>
          </form>
        </>
      )}
    </section>
  );
}

export default function Registration() {
  const {
    code,
    qr,
    registration,
    meeting,
    now,
    names,
    personal,
    twins,
    options,
    localities,
    mayChange,
    canAdopt,
    isAdopted,
  } = useLoaderData<typeof loader>();
  const t = useT('registration');
  const ofMeetings = useT('meetings');
  const f = useFormat();
  const form = useFormState({
    contacto: t('own.open.contact'),
    nombre: t('form.name'),
    correo: t('form.email'),
    telefono: t('form.phone'),
    apoyo_otro: t('form.needs.other'),
  });
  const { state } = registration;
  const inDraw = state === 'en_espera' && awaitsDraw(meeting);
  const isLive = state === 'inscrita' || state === 'ofrecida' || state === 'en_espera';
  return (
    <div className="l-wrap">
      <MeetingHead
        meeting={meeting}
        now={now}
        title={t(`own.heading.${inDraw ? 'in_draw' : state}`)}
        crumbs={[{ href: `/talleres/${meeting.id}`, label: meeting.title }]}
        current={t('own.title')}
      >
        <p className="u-lead" data-estado={state}>
          {t(`own.lead.${inDraw ? 'in_draw' : state}`, {
            date: inDraw
              ? f.date(meeting.closesAt, 'moment')
              : registration.offeredUntil
                ? f.date(registration.offeredUntil, 'moment')
                : '',
          })}
        </p>
      </MeetingHead>
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          <FormMessages form={form} />
          {registration.turn !== null && !inDraw && meeting.allocation !== 'metas' && (
            <p>
              <strong>{t('own.turn', { turn: f.number(registration.turn) })}</strong>
            </p>
          )}
          {state === 'ofrecida' && (
            <form method="post">
              <Button kind="go" size="big" icon="check" name="accion" value="aceptar">
                {t('own.accept')}
              </Button>
            </form>
          )}
          {state === 'en_espera' && <AllocationSays meeting={meeting} />}
          {names && <OwnDraw names={names} meetingId={meeting.id} />}
          {registration.duplicates > 0 && isLive && (
            <Notice kind="sun" title={t('own.twice.title')}>
              {t('own.twice.text')}
              {mayChange &&
                twins.map((twin) => (
                  <form key={twin.otherId} method="post" className="l-row l-end">
                    <input type="hidden" name="accion" value="aclarar" />
                    <input type="hidden" name="otra" value={twin.otherId} />
                    <p>{t('own.twice.other', { date: f.date(twin.createdAt, 'moment') })}</p>
                    <Button size="small" name="es" value="unidas">
                      {t('own.twice.join')}
                    </Button>
                    <Button size="small" name="es" value="distintas">
                      {t('own.twice.apart')}
                    </Button>
                  </form>
                ))}
            </Notice>
          )}
          {personal ? (
            <OwnRegistration
              file={personal.file}
              answers={personal.answers}
              options={options}
              localities={localities}
              form={form}
              mayChange={mayChange}
              canAdopt={canAdopt}
              isAdopted={isAdopted}
            />
          ) : (
            state !== 'solo_asistencia' && <OpenForm />
          )}
          {state === 'inscrita' && now >= meeting.endsAt && (
            <p>
              <ButtonLink icon="document" href={`/inscripciones/${code}/constancia`}>
                {t('own.certificate')}
              </ButtonLink>
            </p>
          )}
          {mayChange && isLive && (
            <Fold summary={t('own.cancel.open')}>
              <p>{t('own.cancel.text')}</p>
              <form method="post" className="l-end">
                <Button icon="close" name="accion" value="cancelar">
                  {t('own.cancel')}
                </Button>
              </form>
            </Fold>
          )}
          {!isLive && (
            <p>
              <ButtonLink href="/talleres">{ofMeetings('list.title')}</ButtonLink>
            </p>
          )}
        </div>
        <section className="side" aria-labelledby="codigo">
          <h2 id="codigo">{t('own.code')}</h2>
          <QrCode drawing={qr} label={t('own.qr', { code })} />
          <p className="code">{code}</p>
          <p className="u-small u-mute">
            {t('own.code.text')} {t('own.print')}
          </p>
        </section>
      </div>
    </div>
  );
}
