import { notFound } from '#app/kernel/errors.ts';
import { act, page } from '#app/platform/http/route.server.ts';

const refuse = () => {
  throw notFound('page_not_found');
};

/** Every unknown address answers the one page for what is not there. */
export const loader = page(refuse);
export const action = act(async () => refuse());

export default function Unknown() {
  return null;
}
