import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { Meeting } from './types.ts';

/** The commitment that was chosen, which is one of the meeting's; the only one when there is one. */
export function commitmentOf(
  meeting: Pick<Meeting, 'commitments'>,
  slug: string | undefined,
): string | null {
  const [only, ...others] = meeting.commitments;
  if (!slug) return only && others.length === 0 ? only.id : null;
  const chosen = meeting.commitments.find((commitment) => commitment.slug === slug);
  if (!chosen) throw fieldErrors({ compromiso: 'choose_one' });
  return chosen.id;
}
