import { useEffect, useRef, useState, type FormEvent } from 'react';
import { sayFieldMessage } from '#app/platform/i18n/field-message.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { deskLimits } from '#app/domains/door/rules.ts';
import type { DoorPerson } from '#app/domains/door/types.ts';
import { findPeople, type DoorRecord } from '#app/domains/door/device.rules.ts';
import { readPhone, registrationLimits } from '#app/domains/registration/rules.ts';
import type { DoorMeeting } from '#app/domains/door/ui/door-desk.tsx';
import type { Attempt } from '#app/domains/door/ui/door-people.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type Wrong = Record<string, string>;
/** A form of the desk; with a record it puts that one right, and begins with what it said. */
export type DeskFormProps = { door: Door; attempt: Attempt; record?: DoorRecord };

/** A form of the desk: checked here, kept on the device, emptied for the next one. */
export function useDeskForm(
  check: (fields: FormData) => Wrong | Promise<Wrong>,
  keep: (fields: FormData) => Promise<boolean>,
) {
  const say = useT('errors');
  const [wrong, setWrong] = useState<Wrong>({});
  const [round, setRound] = useState(0);
  const ref = useRef<HTMLFormElement>(null);
  // The next person, idea or note begins where the last one began.
  useEffect(() => {
    if (round > 0) ref.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [round]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const found = await check(fields);
    setWrong(found);
    const first = Object.keys(found)[0];
    if (first) {
      const control = ref.current?.elements.namedItem(first) as HTMLElement | null;
      control?.closest('details')?.setAttribute('open', '');
      control?.focus();
    } else if (await keep(fields)) setRound((now) => now + 1);
  };
  return {
    ref,
    round,
    submit: (event: FormEvent<HTMLFormElement>) => void submit(event),
    error: (field: string) => (wrong[field] ? sayFieldMessage(say, wrong[field]) : undefined),
  };
}

/** What a record said, for the fields of the form that puts it right; their ids are not those of the empty form. */
export function startOf(record: DoorRecord | undefined) {
  const said = (name: string) => record?.payload[name];
  return {
    id: (name: string) => (record ? `${name}-${record.id}` : name),
    text: (name: string) =>
      ['string', 'number'].includes(typeof said(name)) ? String(said(name)) : '',
    list: (name: string) => (Array.isArray(said(name)) ? (said(name) as string[]) : []),
    /** The same as the properties of a field. */
    field: (name: string) => ({
      name,
      id: record ? `${name}-${record.id}` : name,
      value: ['string', 'number'].includes(typeof said(name)) ? String(said(name)) : undefined,
    }),
  };
}

export const read = (fields: FormData, name: string) => String(fields.get(name) ?? '').trim();

export function checkLength(
  wrong: Wrong,
  field: string,
  value: string,
  min: number,
  max: number,
): void {
  const length = [...value].length;
  if (length === 0 && min > 0) wrong[field] = 'required';
  else if (length < min) wrong[field] = `too_short|min=${min}`;
  else if (length > max) wrong[field] = `too_long|max=${max}`;
}

/** Somebody who came without being registered: name, one contact and the consent are enough. */
export function WalkInForm({
  door,
  needs,
  attempt,
  record,
}: DeskFormProps & { needs: { code: string; label: string }[] }) {
  const t = useT('door');
  const start = startOf(record);
  const check = (fields: FormData): Wrong => {
    const wrong: Wrong = {};
    const mail = read(fields, 'correo');
    const phone = read(fields, 'telefono');
    checkLength(
      wrong,
      'nombre',
      read(fields, 'nombre'),
      registrationLimits.nameMin,
      registrationLimits.nameMax,
    );
    if (phone !== '' && !readPhone(phone)) wrong['telefono'] = 'phone_invalid';
    if (mail !== '' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(mail))
      wrong['correo'] = 'email_invalid';
    if (mail === '' && phone === '') wrong['telefono'] = 'contact_required';
    if (fields.has('menor')) {
      for (const field of ['acudiente_nombre', 'acudiente_contacto'])
        if (read(fields, field) === '') wrong[field] = 'required';
      if (!fields.has('menor_oido')) wrong['menor_oido'] = 'minor_heard_required';
    }
    if (!fields.has('acepta_inscripcion')) wrong['acepta_inscripcion'] = 'consent_required';
    return wrong;
  };
  const form = useDeskForm(check, async (fields) => {
    const name = read(fields, 'nombre');
    const minor = fields.has('menor')
      ? {
          acudiente_nombre: read(fields, 'acudiente_nombre'),
          acudiente_contacto: read(fields, 'acudiente_contacto'),
          menor_oido: 'si',
        }
      : {};
    const person = {
      nombre: name,
      telefono: read(fields, 'telefono'),
      correo: read(fields, 'correo'),
      acepta_inscripcion: 'si',
      acepta_contacto: fields.has('acepta_contacto') ? 'si' : '',
      apoyo: fields.getAll('apoyo').map(String),
      ...minor,
    };
    if (record) return await attempt(() => door.correct(record, person), t('door.corrected'));
    return await attempt(
      async () => {
        const id = await door.write('inscripcion', person);
        if (fields.has('llego')) await door.checkIn(id);
      },
      fields.has('llego')
        ? t('door.walk_in.done_here', { name })
        : t('door.walk_in.done', { name }),
    );
  });
  return (
    <form
      ref={form.ref}
      key={form.round}
      className="l-stack door__narrow"
      onSubmit={form.submit}
      noValidate
    >
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
      <Checkbox
        name="acepta_inscripcion"
        id={start.id('acepta_inscripcion')}
        checked={record !== undefined}
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
      <p>
        <Button kind="go" icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.walk_in.send')}
        </Button>
      </p>
    </form>
  );
}

/** What a table proposes, how many agree, and who wants to stand behind it. */
export function IdeaForm({
  door,
  people,
  commitments,
  attempt,
  record,
}: DeskFormProps & {
  people: ReadonlyMap<string, DoorPerson>;
  commitments: DoorMeeting['commitments'];
}) {
  const t = useT('door');
  const ofMinutes = useT('minutes');
  const start = startOf(record);
  const here = findPeople(
    [...people.values()].filter((person) => person.llego),
    '',
  );
  const check = (fields: FormData): Wrong => {
    const wrong: Wrong = {};
    checkLength(wrong, 'titulo', read(fields, 'titulo'), 4, deskLimits.title);
    checkLength(wrong, 'descripcion', read(fields, 'descripcion'), 0, deskLimits.text);
    checkLength(wrong, 'mesa', read(fields, 'mesa'), 0, deskLimits.table);
    if (!/^\d{0,4}$/.test(read(fields, 'apoyan')) || Number(read(fields, 'apoyan')) > 5000)
      wrong['apoyan'] = 'number_invalid';
    return wrong;
  };
  const form = useDeskForm(check, async (fields) => {
    const title = read(fields, 'titulo');
    const idea = {
      titulo: title,
      descripcion: read(fields, 'descripcion'),
      mesa: read(fields, 'mesa'),
      compromiso: read(fields, 'compromiso'),
      apoyan: Number(read(fields, 'apoyan')),
      quienes: fields.getAll('quienes').map(String),
    };
    if (record) return await attempt(() => door.correct(record, idea), t('door.corrected'));
    return await attempt(() => door.write('idea', idea), t('door.idea.done', { title }));
  });
  return (
    <form
      ref={form.ref}
      key={form.round}
      className="l-stack door__narrow"
      onSubmit={form.submit}
      noValidate
    >
      <TextField
        {...start.field('titulo')}
        label={t('door.idea.title')}
        error={form.error('titulo')}
        maxLength={deskLimits.title}
        autoComplete="off"
      />
      <TextField
        {...start.field('descripcion')}
        rows={4}
        label={t('door.idea.text')}
        error={form.error('descripcion')}
        maxLength={deskLimits.text}
        optional
      />
      <TextField
        {...start.field('mesa')}
        label={t('door.idea.table')}
        error={form.error('mesa')}
        optional
        autoComplete="off"
      />
      {commitments.length > 1 && (
        <SelectField
          {...start.field('compromiso')}
          optional
          label={ofMinutes('minutes.idea.which')}
          hint={t('door.idea.which.hint')}
          empty={t('door.idea.which.none')}
          options={commitments.map((each) => ({
            value: each.slug,
            label: ofMinutes('minutes.idea.commitment', { number: each.number, title: each.title }),
          }))}
        />
      )}
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
      {here.length > 0 && (
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
      )}
      <p>
        <Button kind="go" icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.idea.send')}
        </Button>
      </p>
    </form>
  );
}

/** A note for who writes the minutes. */
export function NoteForm({ door, attempt, record }: DeskFormProps) {
  const t = useT('door');
  const start = startOf(record);
  const check = (fields: FormData): Wrong => {
    const wrong: Wrong = {};
    checkLength(wrong, 'texto', read(fields, 'texto'), 1, deskLimits.text);
    return wrong;
  };
  const form = useDeskForm(check, async (fields) => {
    const note = { texto: read(fields, 'texto') };
    if (record) return await attempt(() => door.correct(record, note), t('door.corrected'));
    return await attempt(() => door.write('nota', note), t('door.note.done'));
  });
  return (
    <form
      ref={form.ref}
      key={form.round}
      className="l-stack door__narrow"
      onSubmit={form.submit}
      noValidate
    >
      <TextField
        {...start.field('texto')}
        rows={4}
        label={t('door.note.text')}
        error={form.error('texto')}
        maxLength={deskLimits.text}
      />
      <p>
        <Button icon={record ? 'undo' : 'plus'}>
          {record ? t('door.correct.send') : t('door.note.send')}
        </Button>
      </p>
    </form>
  );
}
