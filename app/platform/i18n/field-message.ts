import type { MessageKey, MessageParams, Namespace, Translate } from './messages.ts';
import type { Translator } from './translator.ts';

/**
 * Field messages travel as a key of the `fields` or `errors` namespace with its parameters: `too_short|min=4`,
 * `number_range|min=0,max=9`.
 */
export function parseFieldMessage(message: string): { key: string; params: MessageParams } {
  const [key = '', ...rest] = message.split(/\||,(?=\w+=)/);
  const params: MessageParams = {};
  for (const part of rest) {
    const at = part.indexOf('=');
    const value = part.slice(at + 1);
    if (at > 0) params[part.slice(0, at)] = /^-?\d+$/.test(value) ? Number(value) : value;
  }
  return { key, params };
}

/** Says a key that is known only while running, as a reason is: one without a message says itself. */
export function sayKey<N extends Namespace>(
  t: Translate<N>,
  key: string,
  params?: MessageParams,
): string {
  return t(key as MessageKey<N>, params);
}

/**
 * Says a field message: of `fields`, which a form that is checked in the browser has too, else of `errors`,
 * which stays on the server.
 */
export function sayFieldMessage({ t }: Translator, message: string): string {
  const { key, params } = parseFieldMessage(message);
  const said = sayKey(t('fields'), key, params);
  return said === key ? sayKey(t('errors'), key, params) : said;
}

/** Says what is wrong with each field: the first of its messages. */
export function sayFields(
  translator: Translator,
  errors: Record<string, string[]>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, [message = 'required']]) => [
      field,
      sayFieldMessage(translator, message),
    ]),
  );
}

/** Why something was refused and, where there is one, the next step, in the reader's language. */
export type Why = { text: string; next: string | undefined };

/** Says why something was refused and, where the reason has one, the next step (`<reason>.next`). */
export function sayRefusal(
  t: Translate<'errors'>,
  reason: string,
  params: MessageParams = {},
): Why {
  const next = sayKey(t, `${reason}.next`, params);
  return { text: sayKey(t, reason, params), next: next === `${reason}.next` ? undefined : next };
}
