import { useT } from '#app/platform/i18n/use-t.ts';
import { findPeople } from '#app/domains/door/device.rules.ts';
import { doorLimits } from '#app/domains/door/rules.ts';
import type { DoorMeeting, DoorPerson } from '#app/domains/door/types.ts';
import {
  checkLength,
  DoorFormFrame,
  startOf,
  typedIn,
  useDoorForm,
  type DoorForm,
  type DoorFormProps,
  type Start,
  type Wrong,
} from '#app/domains/door/ui/door-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

function checkIdea(fields: FormData): Wrong {
  const wrong: Wrong = {};
  checkLength(wrong, fields, 'titulo', { min: 4, max: doorLimits.title });
  checkLength(wrong, fields, 'descripcion', { min: 0, max: doorLimits.text });
  checkLength(wrong, fields, 'mesa', { min: 0, max: doorLimits.table });
  const agreeing = typedIn(fields, 'apoyan');
  if (!/^\d{0,4}$/.test(agreeing) || Number(agreeing) > 5000) wrong['apoyan'] = 'number_invalid';
  return wrong;
}

/** What a table proposes, how many agree, and who wants to stand behind it. */
export function IdeaForm({
  door,
  people,
  commitments,
  attempt,
  record,
}: DoorFormProps & {
  people: ReadonlyMap<string, DoorPerson>;
  commitments: DoorMeeting['commitments'];
}) {
  const t = useT('door');
  const start = startOf(record);
  const form = useDoorForm(checkIdea, async (fields) => {
    const title = typedIn(fields, 'titulo');
    const idea = {
      titulo: title,
      descripcion: typedIn(fields, 'descripcion'),
      mesa: typedIn(fields, 'mesa'),
      compromiso: typedIn(fields, 'compromiso'),
      apoyan: Number(typedIn(fields, 'apoyan')),
      quienes: fields.getAll('quienes').map(String),
    };
    if (record) return await attempt(() => door.correct(record, idea), t('door.corrected'));
    return await attempt(() => door.write('idea', idea), t('door.idea.done', { title }));
  });
  return (
    <DoorFormFrame form={form}>
      <Texts form={form} start={start} />
      {commitments.length > 1 && <Commitment start={start} commitments={commitments} />}
      <TextField
        {...start.field('apoyan')}
        short
        maxLength={4}
        inputMode="numeric"
        label={t('door.idea.agreeing')}
        error={form.error('apoyan')}
        optional
        autoComplete="off"
      />
      <Owners start={start} people={people} />
      <p>
        <Button kind="go" icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.idea.send')}
        </Button>
      </p>
    </DoorFormFrame>
  );
}

function Texts({ form, start }: { form: DoorForm; start: Start }) {
  const t = useT('door');
  return (
    <>
      <TextField
        {...start.field('titulo')}
        label={t('door.idea.title')}
        error={form.error('titulo')}
        maxLength={doorLimits.title}
        autoComplete="off"
      />
      <TextField
        {...start.field('descripcion')}
        rows={4}
        label={t('door.idea.text')}
        error={form.error('descripcion')}
        maxLength={doorLimits.text}
        optional
      />
      <TextField
        {...start.field('mesa')}
        label={t('door.idea.table')}
        error={form.error('mesa')}
        optional
        autoComplete="off"
      />
    </>
  );
}

function Commitment({
  start,
  commitments,
}: {
  start: Start;
  commitments: DoorMeeting['commitments'];
}) {
  const t = useT('door');
  return (
    <SelectField
      {...start.field('compromiso')}
      optional
      label={t('door.idea.which')}
      hint={t('door.idea.which.hint')}
      empty={t('door.idea.which.none')}
      options={commitments.map((each) => ({
        value: each.slug,
        label: t('door.idea.commitment', { number: each.number, title: each.title }),
      }))}
    />
  );
}

/** Those who are here may stand behind an idea. */
function Owners({ start, people }: { start: Start; people: ReadonlyMap<string, DoorPerson> }) {
  const t = useT('door');
  const here = findPeople(
    [...people.values()].filter((person) => person.llego),
    '',
  );
  if (here.length === 0) return null;
  return (
    <Fold summary={t('door.idea.owners')}>
      <CheckboxGroup
        name="quienes"
        id={start.id('quienes')}
        values={start.list('quienes')}
        legend={t('door.idea.owners.legend')}
        optional
        options={here.map((person) => ({ value: person.id, label: person.nombre }))}
      />
    </Fold>
  );
}
