import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';

/** A registration is known only to who holds its code; no meeting takes registrations yet. */
export const loader = page(() => {
  throw notFound('page_not_found');
});

export default function UnknownRegistration() {
  return null;
}
