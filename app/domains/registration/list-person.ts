import { nameWords } from './likeness.ts';
import type { RegistrationInput } from './schema.ts';

/**
 * Under what somebody is known in a meeting's list (`own`), and under what the same person may be known there
 * already (`same`): the same name with the same mail, or with the same telephone where one of the two has no mail.
 */
export function personOf({
  name,
  email,
  phone,
}: {
  name: string;
  email?: string | null | undefined;
  phone?: string | null | undefined;
}): { own: string[]; same: string[] } {
  const words = nameWords(name).join(' ');
  const byMail = email ? [`mail ${email} ${words}`] : [];
  const without = phone ? [`phone without mail ${phone} ${words}`] : [];
  const beside = phone ? [`phone beside mail ${phone} ${words}`] : [];
  return email
    ? { own: [...byMail, ...beside], same: [...byMail, ...without] }
    : { own: without, same: [...without, ...beside] };
}

/** What a row says, with what it leaves empty taken from another of the same person. */
export function fillInput(first: RegistrationInput, other: RegistrationInput): RegistrationInput {
  const answers = { ...other.answers, ...said(first.answers) };
  const needs = other.needs.filter(({ need }) => !first.needs.some((own) => own.need === need));
  return {
    ...other,
    ...said(first),
    minorHeard: first.minorHeard || other.minorHeard,
    consents: [...new Set([...first.consents, ...other.consents])],
    needs: [...first.needs, ...needs],
    answers,
  };
}

/** The parts of a record that hold something. */
function said<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;
}
