import type { PhotoCandidates } from '#app/domains/minutes/list-photo-candidates.server.ts';
import { clearedReasons, type MeetingFile } from '#app/domains/minutes/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Whether a photo may be public: a person looks at it and says why. */
export function ClearPhoto({
  file,
  candidates,
  form,
}: {
  file: MeetingFile;
  candidates: PhotoCandidates | null;
  form: FormState;
}) {
  const t = useT('minutes');
  return (
    <section className="l-stack" aria-labelledby="publicar-foto">
      <h2 id="publicar-foto">{t('photo.clear.heading')}</h2>
      {file.withdrawnAt ? (
        <Notice kind="sun" title={t('photo.withdrawn')}>
          {t('photo.withdrawn.text')}
        </Notice>
      ) : (
        <>
          <p>{t('photo.clear.lead')}</p>
          <ClearForm file={file} candidates={candidates} form={form} />
          {file.clearedWhy && (
            <form method="post">
              <Button name="accion" value="guardar_privada">
                {t('photo.clear.undo')}
              </Button>
            </form>
          )}
        </>
      )}
    </section>
  );
}

function ClearForm({
  file,
  candidates,
  form,
}: {
  file: MeetingFile;
  candidates: PhotoCandidates | null;
  form: FormState;
}) {
  const t = useT('minutes');
  const people = candidates?.people ?? [];
  const reasons =
    people.length > 0
      ? clearedReasons
      : clearedReasons.filter((reason) => reason !== 'con_permiso');
  return (
    <form method="post">
      <RadioGroup
        name="por_que"
        legend={t('photo.clear.legend')}
        value={form.value('por_que', file.clearedWhy ?? '')}
        error={form.errors('por_que')}
        options={reasons.map((value) => ({
          value,
          label: t(`photo.clear.${value}`),
          hint: t(`photo.clear.${value}.hint`),
        }))}
      />
      {people.length > 0 ? (
        <ShownPeople people={people} shown={candidates?.shown} form={form} />
      ) : (
        <p className="u-small u-mute">
          {candidates ? t('photo.clear.nobody') : t('photo.clear.no_names')}
        </p>
      )}
      <p className="l-row l-end">
        <Button name="accion" value="permitir" kind="go">
          {t('photo.clear.act')}
        </Button>
      </p>
    </form>
  );
}

/** Who is in the photo, of those who agreed to be in one. */
function ShownPeople({
  people,
  shown,
  form,
}: {
  people: PhotoCandidates['people'];
  shown: string[] | undefined;
  form: FormState;
}) {
  const t = useT('minutes');
  const ofDoor = useT('door');
  const hintOf = (person: PhotoCandidates['people'][number]) =>
    [!person.came && t('photo.clear.absent'), person.isMinor && ofDoor('door.person.minor')]
      .filter(Boolean)
      .join(' · ');
  return (
    <CheckboxGroup
      name="personas"
      legend={t('photo.clear.people')}
      hint={t('photo.clear.people.hint')}
      values={form.values('personas', shown)}
      error={form.errors('personas')}
      options={people.map((person) => ({
        value: person.id,
        label: person.name,
        hint: hintOf(person) || undefined,
      }))}
    />
  );
}
