import { randomBytes } from 'node:crypto';
import type { Actor } from '#app/kernel/actor.ts';
import { hasRole } from '#app/kernel/actor.ts';
import { forbidden, unauthenticated, type AppError } from '#app/kernel/errors.ts';
import type { Role } from '#app/kernel/roles.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import type { Locale, Namespace, Translate } from '#app/platform/i18n/messages.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import type { Translator } from '#app/platform/i18n/translator.ts';

export type VisitFacts = {
  url: URL;
  actor: Actor | null;
  locale: Locale;
  address: string;
  /** Opaque name of the browser, from a cookie of ours; limits and the fair order use it. */
  device: string;
  /** The session's token, for signing out. */
  token: string | null;
  secure: boolean;
  isDemo: boolean;
  isDemoPublic: boolean;
  /** Key of the line that the act before this page left to be said once. */
  notice: string | null;
  userAgent: string;
  /** A refusal decided before Remix (origin, body size, limits, database away). */
  refusal?: AppError | undefined;
};

/** One request, as routes see it. */
export class Visit {
  readonly facts: VisitFacts;
  /** Status of the answer where Remix would say another. */
  status: number | undefined;
  /** Seconds after which to come back, where the answer is that it is too much or not now. */
  retryAfter: number | undefined;
  /** Cookies to be set with the answer. */
  readonly cookies: string[] = [];
  #nonce: string | undefined;

  constructor(facts: VisitFacts) {
    this.facts = facts;
  }

  get url(): URL {
    return this.facts.url;
  }
  get actor(): Actor | null {
    return this.facts.actor;
  }
  get locale(): Locale {
    return this.facts.locale;
  }
  get address(): string {
    return this.facts.address;
  }
  get device(): string {
    return this.facts.device;
  }
  get isDemo(): boolean {
    return this.facts.isDemo;
  }
  get db(): Db {
    return getDb();
  }
  get translator(): Translator {
    return translatorOf(this.facts.locale);
  }

  /** Marks the scripts of this answer (Content-Security-Policy). */
  get nonce(): string {
    this.#nonce ??= randomBytes(16).toString('base64url');
    return this.#nonce;
  }

  t<N extends Namespace>(namespace: N): Translate<N> {
    return this.translator.t(namespace);
  }

  /** The signed-in person; nobody is sent to sign in and comes back. */
  requireActor(): Actor {
    if (!this.facts.actor) throw unauthenticated('sign_in_first');
    return this.facts.actor;
  }

  /** A signed-in person who holds one of the roles; others see which role is missing. */
  requireRole(...roles: [Role, ...Role[]]): Actor {
    const actor = this.requireActor();
    if (!roles.some((role) => hasRole(actor, role)))
      throw forbidden('role_missing', { role: roles[0] });
    return actor;
  }
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    visit: Visit;
  }
  /** Loader data keeps its Dates and Maps. */
  interface Future {
    v3_singleFetch: true;
  }
}
