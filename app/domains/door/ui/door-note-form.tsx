import { useT } from '#app/platform/i18n/use-t.ts';
import { doorLimits } from '#app/domains/door/rules.ts';
import {
  checkLength,
  DoorFormFrame,
  startOf,
  typedIn,
  useDoorForm,
  type DoorFormProps,
  type Wrong,
} from '#app/domains/door/ui/door-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

function checkNote(fields: FormData): Wrong {
  const wrong: Wrong = {};
  checkLength(wrong, fields, 'texto', { min: 1, max: doorLimits.text });
  return wrong;
}

/** A note for who writes the minutes. */
export function NoteForm({ door, attempt, record }: DoorFormProps) {
  const t = useT('door');
  const start = startOf(record);
  const form = useDoorForm(checkNote, async (fields) => {
    const note = { texto: typedIn(fields, 'texto') };
    if (record) return await attempt(() => door.correct(record, note), t('door.corrected'));
    return await attempt(() => door.write('nota', note), t('door.note.done'));
  });
  return (
    <DoorFormFrame form={form}>
      <TextField
        {...start.field('texto')}
        rows={4}
        label={t('door.note.text')}
        error={form.error('texto')}
        maxLength={doorLimits.text}
      />
      <p>
        <Button icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.note.send')}
        </Button>
      </p>
    </DoorFormFrame>
  );
}
