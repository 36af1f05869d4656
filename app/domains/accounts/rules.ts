import type { Actor, ScopeKind } from '#app/kernel/actor.ts';
import { isCalendarDay } from '#app/kernel/day.ts';
import { dayAfter, readInstant, startOfDay } from '#app/platform/city/local-time.ts';
import type { Correspondent, GrantedRole, GrantState, LinkPurpose } from './types.ts';

const minute = 60_000;
const day = 86_400_000;

/** How long the link of a mail works. */
const linkLifetimes: Record<LinkPurpose, number> = {
  verify: 3 * day,
  recover: 60 * minute,
  sign_in: 30 * minute,
  first_coordinator: 7 * day,
  email_change: day,
};

/** When a link made at this moment stops working. */
export function linkExpiry(purpose: LinkPurpose, at: Date): Date {
  return new Date(at.getTime() + linkLifetimes[purpose]);
}

/** An address that nobody confirms within this time leaves no account behind. */
export const unverifiedDays = 30;
/** Who was named to coordination gives roles that see contacts only after so many days. */
export const coordinationDays = 7;
/** At most so many of the same mail an hour go to one address, whoever asks for them. */
export const mailsAnHour = 6;
export const passwordLimits = { min: 8, max: 200 } as const;

// What attackers try first (from published lists), of those that are long enough.
const common = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '87654321',
  '11111111',
  '00000000',
  'password',
  'password1',
  'contraseña',
  'contrasena',
  'qwertyui',
  'qwerty123',
  'iloveyou',
  'bogota123',
  'colombia',
]);

/**
 * Whether a password is one that others would guess: a common one, one repeated character, or the
 * person's own data.
 */
export function isGuessable(
  password: string,
  person: { name?: string | undefined; email: string },
): boolean {
  const lower = password.toLowerCase();
  const own = [person.email, person.email.split('@')[0], person.name].map((text) =>
    text?.toLowerCase(),
  );
  return common.has(lower) || new Set(lower).size === 1 || own.includes(lower);
}

/** A browser in two words for the list of sessions: which one, on what. Never the whole header. */
export function describeDevice(userAgent: string): string {
  const pick = (known: [RegExp, string][]) =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = pick([
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/Chrom(e|ium)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = pick([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ');
}

/** What a role may be limited to; `required` where it means nothing without. */
export const roleScopes: Record<GrantedRole, { kinds: readonly ScopeKind[]; required: boolean }> = {
  facilitacion: { kinds: ['meeting', 'commitment'], required: false },
  moderacion: { kinds: ['commitment'], required: false },
  circulo: { kinds: ['sector'], required: true },
  entidad: { kinds: ['institution'], required: true },
  monitoreo: { kinds: [], required: false },
  coordinacion: { kinds: [], required: false },
};

/** Reads the day or moment that a form names; days are the city's. An end day is counted whole. */
export function readMoment(text: string, edge: 'start' | 'end'): Date | null {
  const at = readInstant(text, '00:00');
  return at && edge === 'end' && isCalendarDay(text) ? startOfDay(dayAfter(text, 1)) : at;
}

/** How a grant stands at a moment. */
export function grantState(
  grant: { startsAt: Date; endsAt: Date | null; revokedAt: Date | null },
  at: Date,
): GrantState {
  if (grant.revokedAt) return 'quitada';
  if (grant.endsAt && grant.endsAt <= at) return 'vencida';
  return grant.startsAt > at ? 'futura' : 'vigente';
}

/** Somebody acting for themselves before a session of theirs exists. */
export function selfActor(person: Correspondent, emailVerified: boolean): Actor {
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    email: person.email,
    emailVerified,
    locale: person.locale,
    grants: [],
    sessionId: null,
  };
}
