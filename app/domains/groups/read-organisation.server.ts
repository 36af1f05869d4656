import { parseMarked } from '#app/platform/personal-data/parse-marked.server.ts';
import { organisationTexts } from './rules.ts';
import { OrganisationForm, type OrganisationInput } from './schema.ts';

/** A group of the catalogue from its form, once the person has said what becomes of personal data in its name. */
export const readOrganisation = (form: FormData, lang: string): OrganisationInput =>
  parseMarked(form, OrganisationForm, { fields: organisationTexts, lang });
