import { notFound } from '#app/kernel/errors.ts';
import { api } from '#app/platform/http/api.server.ts';

const unknown = api(async () => {
  throw notFound('page_not_found');
});

/** Every unknown address of the API answers JSON, whatever the method. */
export const loader = unknown;
export const action = unknown;
