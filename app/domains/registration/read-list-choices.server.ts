import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import type { ListChoices } from './list-choices.ts';
import { ListConsent, readMap, readPlaces, readSkipped } from './list-form.ts';

/** What a post says of a list whose columns these are; each wrong column is an error of its own field. */
export function readListChoices(form: FormData, header: string[]): ListChoices {
  const { map, wrong } = readMap(form, header);
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
  return {
    ...parseForm(form, ListConsent),
    map,
    places: readPlaces(form),
    skipped: readSkipped(form),
  };
}
