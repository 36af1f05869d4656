import { writeCookie } from '#app/platform/http/cookies.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';
import { sessionCookie } from '#app/platform/session/cookie.server.ts';
import { endSession } from '#app/platform/session/session.server.ts';
import type { OpenedSession } from './sign-in.server.ts';

/** Gives the browser a session that was opened, in place of the one it had. */
export async function carrySession(visit: Visit, session: OpenedSession): Promise<void> {
  if (visit.facts.token) await endSession(visit.facts.token);
  visit.cookies.push(sessionCookie(session.token));
  // English is only ever chosen, Spanish is where everybody begins: a choice follows the person to a new browser.
  if (session.locale === 'en') carryLanguage(visit, 'en');
}

/** Has the browser keep the language of pages for a year. */
export function carryLanguage(visit: Visit, locale: 'es' | 'en'): void {
  const { secure } = visit.facts;
  visit.cookies.push(writeCookie('idioma', locale, { maxAge: 31_536_000, secure }));
}
