import { isMinorByYear, tidy } from '#app/domains/declarations/rules.ts';
import { questions } from '#app/domains/declarations/types.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import { useAttempt } from '#app/domains/door/ui/door-attempt.ts';
import {
  DoorFormFrame,
  typedIn,
  useDoorForm,
  type Wrong,
} from '#app/domains/door/ui/door-form.tsx';
import type { Handed } from '#app/domains/door/ui/door-handed.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import { AboutSelf } from '#app/domains/registration/ui/about-self.tsx';
import { MinorFields } from '#app/domains/registration/ui/registration-form.tsx';
import { deviceNow } from '#app/platform/clock/device-clock.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

const guardian = ['acudiente_nombre', 'acudiente_contacto'] as const;

/** What somebody answered about themselves, in the fields of a registration. */
function answersOf(fields: FormData): Record<string, unknown> {
  const one = [...questions.filter((question) => question !== 'cuida'), ...guardian];
  return {
    ...Object.fromEntries(one.map((field) => [field, typedIn(fields, field)])),
    cuida: fields.getAll('cuida').map(String),
    menor_oido: typedIn(fields, 'menor_oido'),
    acepta_estadistica: typedIn(fields, 'acepta_estadistica'),
  };
}

function checkAnswers(fields: FormData, isMinor: boolean): Wrong {
  const wrong: Wrong = {};
  const typed = typedIn(fields, 'anio_nacimiento');
  const year = typed === '' ? undefined : Number(typed);
  const thisYear = deviceNow().getFullYear();
  const said = questions.map((question) => [question, fields.getAll(question).join('')]);
  if (Object.keys(tidy(Object.fromEntries(said.filter(([, value]) => value)))).length === 0)
    wrong['genero'] = 'answer_something';
  if (year !== undefined && !(Number.isInteger(year) && year >= 1900 && year <= thisYear))
    wrong['anio_nacimiento'] = 'year_invalid';
  if (!isMinor && isMinorByYear(year, deviceNow())) {
    for (const field of guardian) if (typedIn(fields, field) === '') wrong[field] = 'required';
    if (!fields.has('menor_oido')) wrong['menor_oido'] = 'minor_heard_required';
  }
  if (!fields.has('acepta_estadistica')) wrong['acepta_estadistica'] = 'accept_statistics';
  return wrong;
}

/** The state of a form that was not sent to a server. */
function stateOf(errors: FormState['errors']): FormState {
  return {
    ...{ posted: false, refused: null, asks: null, summary: [], lines: [], marked: [] },
    errors,
    value: (_, fallback = '') => fallback,
    values: (_, fallback = []) => fallback,
  };
}

/** The voluntary questions, in the hands of the person; `onDone` locks the device. */
export function HandedQuestions({
  door,
  person,
  questions: asked,
  onDone,
}: {
  door: Door;
  person: Handed;
  questions: DoorMeeting['questions'];
  onDone: () => void;
}) {
  const t = useT('door');
  const { failed, attempt } = useAttempt();
  const form = useDoorForm(
    (fields) => checkAnswers(fields, person.isMinor),
    async (fields) => {
      const payload = { inscripcion: person.id, ...answersOf(fields) };
      const kept = await attempt(() => door.write('respuestas', payload), '');
      if (kept) onDone();
      return kept;
    },
  );
  const state = stateOf(form.error);
  return (
    <div className="l-stack l-narrow">
      <h2>{t('door.handed.heading', { name: person.name })}</h2>
      <p>{t('door.handed.text')}</p>
      {failed && (
        <Notice kind="bad" role="alert">
          {t('door.not_kept')}
        </Notice>
      )}
      <p>
        <Button type="button" icon="close" onClick={onDone}>
          {t('door.handed.no')}
        </Button>
      </p>
      <DoorFormFrame form={form}>
        <AboutSelf form={state} {...asked} />
        {!person.isMinor && <MinorFields form={state} />}
        <p>
          <Button kind="go" icon="check">
            {t('door.handed.send')}
          </Button>
        </p>
      </DoorFormFrame>
    </div>
  );
}
