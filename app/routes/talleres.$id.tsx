import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';

/** No meeting has been called yet: each address under /talleres is unknown until then. */
export const loader = page(() => {
  throw notFound('page_not_found');
});

export default function UnknownMeeting() {
  return null;
}
