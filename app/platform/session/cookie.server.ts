import { config } from '#app/platform/config/config.server.ts';
import { writeCookie } from '#app/platform/http/cookies.ts';
import { sessionSeconds } from './session.server.ts';

function secure(): boolean {
  return config().baseUrl.startsWith('https:');
}

/** `sesion`, and `__Host-sesion` where the site is served by https. */
export function sessionCookieName(): string {
  return secure() ? '__Host-sesion' : 'sesion';
}

/** The cookie that holds a session's token. */
export function sessionCookie(token: string): string {
  return writeCookie(sessionCookieName(), token, { maxAge: sessionSeconds, secure: secure() });
}

/** The cookie that ends it in the browser. */
export function blankSessionCookie(): string {
  return writeCookie(sessionCookieName(), '', { maxAge: 0, secure: secure() });
}
