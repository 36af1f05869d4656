import { randomUUID } from 'node:crypto';
import { type ErrorParams, isAppError } from '#app/kernel/errors.ts';
import { roles } from '#app/kernel/roles.ts';
import { asUnavailable } from '#app/platform/db/db.server.ts';
import { sayKey, sayRefusal, type Why } from '#app/platform/i18n/field-message.ts';
import type { Translate } from '#app/platform/i18n/messages.ts';
import type { Translator } from '#app/platform/i18n/translator.ts';
import { log } from '#app/platform/log/log.server.ts';
import { sayAddress } from './say-address.ts';
import { statusOf } from './status.ts';

/** Why something was refused: its kind, its reason and what the reason speaks of. */
export type Refusal = { kind: string; reason: string; params: ErrorParams };
/** A refusal as an answer carries it: with its status and, where waiting helps, when to come back. */
export type Refused = { refusal: Refusal; status: number; headers: Record<string, string> };

/**
 * What an error is to who asked. One that nobody foresaw is logged with an id, and the id is all that is
 * said of it.
 */
export function refusedBy(error: unknown, path: string): Refused {
  const known = isAppError(error) ? error : asUnavailable(error);
  if (isAppError(known)) {
    const { kind, reason, params } = known;
    return {
      refusal: { kind, reason, params },
      status: statusOf[kind],
      headers:
        kind === 'rate-limited' || kind === 'unavailable'
          ? { 'Retry-After': String(params['seconds'] ?? 30) }
          : {},
    };
  }
  const id = randomUUID();
  log.error({ err: error, id, path: sayAddress(path) }, 'unexpected');
  return {
    refusal: { kind: 'unexpected', reason: 'unexpected', params: { id } },
    status: 500,
    headers: {},
  };
}

/** A refusal as its designed page shows it (`isErrorFacts`). */
export function sayPage(
  { t }: Translator,
  { kind, reason, params }: Refusal,
): Why & { kind: string } {
  const role = roles.find((name) => name === params['role']);
  const said = role ? { ...params, role: t('common')(`role.${role}`) } : params;
  return { kind, ...sayRefusal(t('errors'), reason, said) };
}

/** A refused state as its form shows it, which stays on the page. */
export function sayRefused(
  say: Translate<'errors'>,
  { reason, params }: Pick<Refusal, 'reason' | 'params'>,
): Why & { reason: string } {
  return { reason, ...sayRefusal(say, reason, params) };
}

/** A refusal in the form that scripts read (contract, section 5). */
export function errorForm(
  say: Translate<'errors'>,
  { reason, params }: Refusal,
): { error: { codigo: string; mensaje: string; campos: Record<string, never> } } {
  return {
    error: { codigo: reason, mensaje: sayKey(say, reason, params), campos: {} },
  };
}
