import { data } from '@remix-run/node';
import { isAppError } from '#app/kernel/errors.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { sayRefused } from '#app/platform/http/refusal.server.ts';
import { valuesOf, type FormReply } from '#app/platform/http/route.server.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';
import { sayFields } from '#app/platform/i18n/field-message.ts';
import { findIdeaOptions } from './find-idea-options.server.ts';
import type { IdeaOption } from './types.ts';

export type DossierReply = FormReply & { options: { chosen: IdeaOption[]; found: IdeaOption[] } };

/**
 * Shows a dossier's form again with everything typed and the ideas ticked: after a search (200), wrong fields
 * (422) or a refused state (409). Other errors go on.
 */
export async function answerForm(
  visit: Visit,
  form: FormData,
  commitmentId: string | null,
  error: unknown,
) {
  const answers: Pick<FormReply, 'errors' | 'refused'> = {};
  let status = 200;
  if (error instanceof FormErrors) {
    answers.errors = sayFields(visit.translator, error.errors);
    status = 422;
  } else if (isAppError(error) && error.kind === 'conflict') {
    answers.refused = sayRefused(visit.t('errors'), error);
    status = 409;
  } else if (error !== null) throw error;
  const text =
    String(form.get('q') ?? '')
      .slice(0, 200)
      .trim() || undefined;
  const chosen = form.getAll('ideas').filter((id): id is string => typeof id === 'string');
  const options = commitmentId
    ? await findIdeaOptions(visit.db, commitmentId, { text, chosen })
    : { chosen: [], found: [] };
  visit.status = status;
  return data({ ...answers, values: valuesOf(form), options } satisfies DossierReply, { status });
}
