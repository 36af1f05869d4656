import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';

/** No ballot has been called yet. */
export const loader = page(() => {
  throw notFound('page_not_found');
});

export default function UnknownBallot() {
  return null;
}
