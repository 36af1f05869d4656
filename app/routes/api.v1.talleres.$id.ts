import { notFound } from '#app/kernel/errors.ts';
import { api } from '#app/platform/http/api.server.ts';

/** `GET /api/v1/talleres/:id`: no meeting has been called yet, so every id is unknown. */
export const loader = api(async () => {
  throw notFound('page_not_found');
});
