import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';

/** Shows the designed page of a refusal decided before routing: another origin, a body too large, the database away. */
export const loader = page(({ visit }) => {
  throw visit.facts.refusal ?? notFound('page_not_found');
});

export default function Refused() {
  return null;
}
