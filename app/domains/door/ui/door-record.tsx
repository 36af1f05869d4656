import { useT } from '#app/platform/i18n/use-t.ts';
import { textOf, type DoorRecord } from '#app/domains/door/device.rules.ts';
import { isConflictReason } from '#app/domains/door/types.ts';
import { downloadPhoto } from '#app/domains/door/ui/door-photo.ts';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DoorView } from '#app/domains/door/ui/door-view.ts';
import { Button } from '#app/ui/button.tsx';

const told = ['nombre', 'telefono', 'correo', 'titulo', 'descripcion', 'mesa', 'texto'];

/** What a record says, in the words that were written down: enough to write it again elsewhere. */
export function aboutOf(record: DoorRecord, view: Pick<DoorView, 'people' | 'records'>): string {
  const of = textOf(record.payload['inscripcion']);
  const walkIn = view.records.find((other) => other.id === of)?.payload['nombre'];
  const person = view.people.get(of)?.nombre ?? textOf(walkIn);
  return [...told.map((name) => textOf(record.payload[name])), person].filter(Boolean).join(' · ');
}

/** The reasons of a conflict or a refusal, in words; why it refused is said by the server itself. */
export function useReasons(): (record: DoorRecord) => string {
  const t = useT('door');
  return (record) =>
    record.reasons
      .map((reason) => (isConflictReason(reason) ? t(`door.conflict.${reason}`) : reason))
      .join(' ');
}

/** The picture of a photo that cannot be sent from here, into the device's downloads. */
export function TakePhoto({ door, id }: { door: Door; id: string }) {
  const t = useT('door');
  const take = async () => {
    const bytes = await door.readPhoto(id);
    if (bytes) downloadPhoto(bytes);
  };
  return (
    <Button type="button" size="small" icon="download" onClick={() => void take()}>
      {t('door.photo.take')}
    </Button>
  );
}
