import { useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { readPhone, registrationLimits } from '#app/domains/registration/rules.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
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
import type { Handed } from '#app/domains/door/ui/door-handed.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

function checkWalkIn(fields: FormData): Wrong {
  const wrong: Wrong = {};
  const mail = typedIn(fields, 'correo');
  const phone = typedIn(fields, 'telefono');
  checkLength(wrong, fields, 'nombre', {
    min: registrationLimits.nameMin,
    max: registrationLimits.nameMax,
  });
  if (phone !== '' && !readPhone(phone)) wrong['telefono'] = 'phone_invalid';
  if (mail !== '' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(mail))
    wrong['correo'] = 'email_invalid';
  if (fields.has('menor')) {
    for (const field of ['acudiente_nombre', 'acudiente_contacto'])
      if (typedIn(fields, field) === '') wrong[field] = 'required';
    if (!fields.has('menor_oido')) wrong['menor_oido'] = 'minor_heard_required';
  }
  if (!fields.has('acepta_inscripcion')) wrong['acepta_inscripcion'] = 'consent_required';
  return wrong;
}

/** The person as their record says it, in the fields of a registration. */
function walkInOf(fields: FormData): Record<string, unknown> {
  const minor = fields.has('menor')
    ? {
        acudiente_nombre: typedIn(fields, 'acudiente_nombre'),
        acudiente_contacto: typedIn(fields, 'acudiente_contacto'),
        menor_oido: 'si',
      }
    : {};
  return {
    nombre: typedIn(fields, 'nombre'),
    telefono: typedIn(fields, 'telefono'),
    correo: typedIn(fields, 'correo'),
    acepta_inscripcion: 'si',
    acepta_contacto: fields.has('acepta_contacto') ? 'si' : '',
    apoyo: fields.getAll('apoyo').map(String),
    ...minor,
  };
}

/** Somebody who came without being registered: a name and the consent are enough. */
export function WalkInForm({
  door,
  needs,
  attempt,
  record,
  onHandOver,
}: DoorFormProps & {
  needs: DoorMeeting['needs'];
  /** Hands the screen to who was just registered. */
  onHandOver?: (person: Handed) => void;
}) {
  const t = useT('door');
  const [last, setLast] = useState<Handed | null>(null);
  const start = startOf(record);
  const form = useDoorForm(checkWalkIn, async (fields) => {
    const person = walkInOf(fields);
    if (record) return await attempt(() => door.correct(record, person), t('door.corrected'));
    const name = typedIn(fields, 'nombre');
    return await attempt(
      async () => {
        const id = await door.write('inscripcion', person);
        if (fields.has('llego')) await door.checkIn(id);
        setLast({ id, name, isMinor: fields.has('menor') });
      },
      fields.has('llego')
        ? t('door.walk_in.done_here', { name })
        : t('door.walk_in.done', { name }),
    );
  });
  return (
    <DoorFormFrame form={form}>
      {last && onHandOver && (
        <Notice title={t('door.handed.ask', { name: last.name })}>
          <Button type="button" icon="people" onClick={() => onHandOver(last)}>
            {t('door.handed.offer')}
          </Button>
        </Notice>
      )}
      <Contact form={form} start={start} />
      <Consents form={form} start={start} isCorrection={record !== undefined} />
      {!record && <Checkbox name="llego" label={t('door.walk_in.here')} checked />}
      <Fold summary={t('door.walk_in.needs')}>
        <CheckboxGroup
          name="apoyo"
          id={start.id('apoyo')}
          values={start.list('apoyo')}
          legend={t('door.walk_in.needs.legend')}
          optional
          options={needs
            .filter((option) => option.code !== 'otro')
            .map((option) => ({ value: option.code, label: option.label }))}
        />
      </Fold>
      <Minor form={form} start={start} />
      <p>
        <Button kind="go" icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.walk_in.send')}
        </Button>
      </p>
    </DoorFormFrame>
  );
}

function Contact({ form, start }: { form: DoorForm; start: Start }) {
  const t = useT('door');
  return (
    <>
      <TextField
        {...start.field('nombre')}
        label={t('door.walk_in.name')}
        error={form.error('nombre')}
        autoComplete="off"
      />
      <TextField
        {...start.field('telefono')}
        type="tel"
        inputMode="tel"
        label={t('door.walk_in.phone')}
        hint={t('door.walk_in.contact.hint')}
        error={form.error('telefono')}
        optional
        autoComplete="off"
      />
      <TextField
        {...start.field('correo')}
        type="email"
        inputMode="email"
        label={t('door.walk_in.mail')}
        error={form.error('correo')}
        optional
        autoComplete="off"
      />
    </>
  );
}

function Consents({
  form,
  start,
  isCorrection,
}: {
  form: DoorForm;
  start: Start;
  isCorrection: boolean;
}) {
  const t = useT('door');
  return (
    <>
      <Checkbox
        name="acepta_inscripcion"
        id={start.id('acepta_inscripcion')}
        checked={isCorrection}
        label={t('door.walk_in.consent')}
        hint={t('door.walk_in.consent.hint')}
        error={form.error('acepta_inscripcion')}
      />
      <Checkbox
        name="acepta_contacto"
        id={start.id('acepta_contacto')}
        checked={start.text('acepta_contacto') === 'si'}
        label={t('door.walk_in.contact_consent')}
      />
    </>
  );
}

/** Who is under age comes with somebody who answers for them, and was asked. */
function Minor({ form, start }: { form: DoorForm; start: Start }) {
  const t = useT('door');
  return (
    <Fold summary={t('door.walk_in.minor')} open={start.text('acudiente_nombre') !== ''}>
      <div className="l-stack">
        <Checkbox
          name="menor"
          id={start.id('menor')}
          checked={start.text('acudiente_nombre') !== ''}
          label={t('door.walk_in.is_minor')}
        />
        <TextField
          {...start.field('acudiente_nombre')}
          label={t('door.walk_in.guardian')}
          error={form.error('acudiente_nombre')}
          optional
          autoComplete="off"
        />
        <TextField
          {...start.field('acudiente_contacto')}
          label={t('door.walk_in.guardian_contact')}
          error={form.error('acudiente_contacto')}
          optional
          autoComplete="off"
        />
        <Checkbox
          name="menor_oido"
          id={start.id('menor_oido')}
          checked={start.text('menor_oido') === 'si'}
          label={t('door.walk_in.heard')}
          error={form.error('menor_oido')}
        />
      </div>
    </Fold>
  );
}
