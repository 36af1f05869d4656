import { useRef } from 'react';
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
import { readyPhoto } from '#app/domains/door/ui/door-photo.ts';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/**
 * A photo of a flip chart: kept encrypted on the device, sent alone, and seen by nobody until a person
 * cleared it.
 */
export function PhotoForm({ door, attempt, record }: DoorFormProps) {
  const t = useT('door');
  const start = startOf(record);
  const ready = useRef<Uint8Array<ArrayBuffer> | undefined>(undefined);
  const check = async (fields: FormData): Promise<Wrong> => {
    const wrong: Wrong = {};
    const file = fields.get('foto');
    ready.current = undefined;
    // To put one right, another picture may be chosen; without one it keeps its own.
    if (!record || (file instanceof File && file.size > 0)) {
      const photo = await readyPhoto(file instanceof File ? file : new File([], ''));
      if ('wrong' in photo) wrong['foto'] = photo.wrong;
      else ready.current = photo.bytes;
    }
    checkLength(wrong, fields, 'descripcion', { min: doorLimits.photoMin, max: doorLimits.photo });
    return wrong;
  };
  const form = useDoorForm(check, async (fields) => {
    const said = { descripcion: typedIn(fields, 'descripcion') };
    if (record)
      return await attempt(() => door.correct(record, said, ready.current), t('door.corrected'));
    return await attempt(() => door.write('foto', said, ready.current), t('door.photo.done'));
  });
  return (
    <DoorFormFrame form={form}>
      <FileField
        name="foto"
        id={start.id('foto')}
        accept="image/*"
        capture="environment"
        label={t('door.photo.one')}
        hint={t('door.photo.hint')}
        error={form.error('foto')}
        optional={record !== undefined}
      />
      <TextField
        {...start.field('descripcion')}
        id={start.id('foto-descripcion')}
        rows={2}
        label={t('door.photo.text')}
        hint={t('door.photo.text.hint')}
        error={form.error('descripcion')}
        maxLength={doorLimits.photo}
      />
      <p>
        <Button icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.photo.send')}
        </Button>
      </p>
    </DoorFormFrame>
  );
}
