import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts';
import { findByCode, limitAct } from '#app/platform/http/limit.server.ts';
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
import { findArrival } from '#app/domains/minutes/get-certificate.server.ts';
import { publicMeeting } from '#app/domains/meetings/rules.ts';
import { actOnRegistration } from '#app/domains/registration/act-on-registration.server.ts';
import { getOwnRegistration } from '#app/domains/registration/get-own-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import {
  findProof,
  hereKey,
  noteShown,
  passCookie,
  passSeconds,
  readPassCookie,
} from '#app/domains/registration/open-personal.server.ts';
import { OwnAct, OwnActName } from '#app/domains/registration/own-act-form.ts';
import { repeated } from '#app/domains/registration/schema.ts';
import { OwnPage } from '#app/domains/registration/ui/own-page.tsx';

export const handle = { script: true, ns: ['draw', 'meetings', 'registration'] };
export const meta = titleOf;

/** What somebody declared may stand here: no browser keeps a copy. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

/** What the code shows, and the proof of being its person. */
async function find({ visit, params, request }: PageArgs) {
  return await findByCode(visit, async () => {
    const found = await getRegistration(visit.db, params['codigo']);
    const cookie = readCookie(request.headers.get('cookie'), passCookie);
    const { actor, facts } = visit;
    const proof = await findProof(visit.db, found, { actor, token: facts.token, cookie });
    return { ...found, proof, cookie: readPassCookie(cookie) };
  });
}

export const loader = page(async (args) => {
  const { visit, url, request } = args;
  const { code, registration, meeting, proof, cookie } = await find(args);
  const { locale } = visit;
  const [names, came, own] = await Promise.all([
    meeting.allocation === 'sorteo' ? findDrawNames(visit.db, registration.id) : null,
    proof && now() >= meeting.endsAt ? findArrival(visit.db, registration.id) : null,
    getOwnRegistration(
      visit.db,
      visit.actor,
      { registration, meeting },
      { locale, proof, reads: request.method === 'GET' },
    ),
  ]);
  const isShown = proof !== null && proof.secret === cookie.pass;
  if (isShown) await noteShown(hereKey(visit.actor, visit.device));
  return {
    title: visit.t('registration')('own.title'),
    code,
    qr: drawQr(code),
    registration: { ...registration, personId: null },
    meeting: publicMeeting(meeting),
    now: now(),
    names,
    came,
    word: isShown ? cookie.word : null,
    link: url.searchParams.get('enlace'),
    ...own,
  };
});

export const action = act(
  async (args) => {
    const { visit, form } = args;
    const { code, proof, cookie } = await find(args);
    const { act } = parseForm(form, OwnActName);
    if (act === 'abrir') await limitAct(visit, 'code');
    if (act === 'enlace') await limitAct(visit, 'mail', `registration:${code}`);
    const done = await actOnRegistration(visit.actor, code, parseForm(form, OwnAct, repeated), {
      proof,
      pass: cookie.pass,
      session: visit.facts.token,
    });
    // The pass opens the personal part for a while.
    const pass =
      'pass' in done ? { value: done.pass, maxAge: passSeconds } : { value: '', maxAge: 0 };
    if (act === 'abrir' || act === 'cerrar')
      visit.cookies.push(
        writeCookie(passCookie, pass.value, { maxAge: pass.maxAge, secure: visit.facts.secure }),
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
