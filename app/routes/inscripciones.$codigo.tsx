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
  type PageArgs,
} from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { drawQr } from '#app/platform/qr/draw-qr.server.ts';
import { findDrawNames } from '#app/domains/draw/get-draw.server.ts';
import { OwnDraw } from '#app/domains/draw/ui/own-draw.tsx';
import { actOnRegistration } from '#app/domains/registration/act-on-registration.server.ts';
import { getOwnRegistration } from '#app/domains/registration/get-own-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { isOpenTo, openPass } from '#app/domains/registration/open-personal.server.ts';
import { OwnAct, OwnActName } from '#app/domains/registration/schema.ts';
import { provenActs } from '#app/domains/registration/types.ts';
import { OwnPage } from '#app/domains/registration/ui/own-page.tsx';

export const handle = { script: true, ns: ['draw', 'meetings', 'registration'] };
export const meta = titleOf;

const passCookie = 'inscripcion';

/**
 * What the code shows, and whether the personal part is open. Wrong codes are counted, so that
 * nobody tries them all.
 */
async function find({ visit, params, request }: PageArgs) {
  try {
    const found = await getRegistration(visit.db, params['codigo']);
    const pass = readCookie(request.headers.get('cookie'), passCookie);
    const personId = visit.actor?.personId;
    return { ...found, isOpen: isOpenTo(found.registration, { pass, personId }) };
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') await limitAct(visit, 'code');
    throw error;
  }
}

export const loader = page(async (args) => {
  const { visit, url, request } = args;
  const { code, registration, meeting, isOpen } = await find(args);
  const { locale } = visit;
  const [names, own] = await Promise.all([
    meeting.allocation === 'sorteo' ? findDrawNames(visit.db, registration.id) : null,
    getOwnRegistration(
      visit.db,
      visit.actor,
      { registration, meeting },
      { locale, isOpen, reads: request.method === 'GET' },
    ),
  ]);
  return {
    title: visit.t('registration')('own.title'),
    code,
    qr: drawQr(code),
    registration: { ...registration, personId: null },
    meeting,
    now: now(),
    names,
    link: url.searchParams.get('enlace'),
    ...own,
  };
});

export const action = act(
  async (args) => {
    const { visit, form } = args;
    const { code, isOpen } = await find(args);
    const { act } = parseForm(form, OwnActName);
    if (provenActs.includes(act) && !isOpen) throw notFound('page_not_found');
    if (act === 'abrir') await limitAct(visit, 'code');
    if (act === 'enlace') await limitAct(visit, 'mail', `registration:${code}`);
    const done = await actOnRegistration(visit.actor, code, parseForm(form, OwnAct, ['apoyo']));
    // The pass opens the personal part for a while.
    const pass = 'openedId' in done ? openPass(done.openedId) : { value: '', seconds: 0 };
    if (act === 'abrir' || act === 'cerrar')
      visit.cookies.push(
        writeCookie(passCookie, pass.value, { maxAge: pass.seconds, secure: visit.facts.secure }),
      );
    return redirectTo(`/inscripciones/${code}`, 'notice' in done ? { notice: done.notice } : {});
  },
  { form: true },
);

export default function Registration() {
  const { names, ...page } = useLoaderData<typeof loader>();
  return (
    <OwnPage {...page} draw={names && <OwnDraw names={names} meetingId={page.meeting.id} />} />
  );
}
