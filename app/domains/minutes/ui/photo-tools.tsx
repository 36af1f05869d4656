import type { PhotoCandidates } from '#app/domains/minutes/list-photo-candidates.server.ts';
import { minutesLimits } from '#app/domains/minutes/rules.ts';
import { clearedReasons, type MeetingFile } from '#app/domains/minutes/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

const tens = Array.from({ length: 10 }, (_, index) => index * 10);

/** A photo under a grid of tenths, so that an area can be named by numbers, also without script. */
export function PhotoGrid({ src, alt, lang }: { src: string; alt: string; lang: string }) {
  return (
    <figure className="grid-photo">
      <div className="grid-photo__top u-small" aria-hidden="true">
        {tens.map((ten) => (
          <span key={ten}>{ten}</span>
        ))}
      </div>
      <div className="grid-photo__side u-small" aria-hidden="true">
        {tens.map((ten) => (
          <span key={ten}>{ten}</span>
        ))}
      </div>
      <div className="grid-photo__in">
        <img src={src} alt={alt} lang={lang} />
      </div>
    </figure>
  );
}

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
  const ofDoor = useT('door');
  if (file.withdrawnAt) {
    return (
      <section className="l-stack" aria-labelledby="publicar-foto">
        <h2 id="publicar-foto">{t('photo.clear.heading')}</h2>
        <Notice kind="sun" title={t('photo.withdrawn')}>
          {t('photo.withdrawn.text')}
        </Notice>
      </section>
    );
  }
  const people = candidates?.people ?? [];
  const reasons =
    people.length > 0
      ? clearedReasons
      : clearedReasons.filter((reason) => reason !== 'con_permiso');
  return (
    <section className="l-stack" aria-labelledby="publicar-foto">
      <h2 id="publicar-foto">{t('photo.clear.heading')}</h2>
      <p>{t('photo.clear.lead')}</p>
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
        {people.length > 0 && (
          <CheckboxGroup
            name="personas"
            legend={t('photo.clear.people')}
            hint={t('photo.clear.people.hint')}
            values={form.values('personas', candidates?.shown)}
            error={form.errors('personas')}
            options={people.map((person) => ({
              value: person.id,
              label: person.name,
              hint:
                [
                  !person.came && t('photo.clear.absent'),
                  person.isMinor && ofDoor('door.person.minor'),
                ]
                  .filter(Boolean)
                  .join(' · ') || undefined,
            }))}
          />
        )}
        {people.length === 0 && (
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
      {file.clearedWhy && (
        <form method="post">
          <Button name="accion" value="guardar_privada">
            {t('photo.clear.undo')}
          </Button>
        </form>
      )}
    </section>
  );
}

const sides = ['x', 'y', 'ancho', 'alto'] as const;

/** Areas to be covered, in percent: where each begins from the left and from above, how wide and how high it is. */
export function BlurPhoto({ form }: { form: FormState }) {
  const t = useT('minutes');
  const error = form.errors('x');
  const typed = sides.map((side) => form.values(side));
  return (
    <Fold summary={t('photo.blur.heading')} open={error !== undefined}>
      <p>{t('photo.blur.lead')}</p>
      {error && (
        <p className="field__error" id="x-e">
          {error}
        </p>
      )}
      <form method="post" className="l-stack l-end">
        {Array.from({ length: minutesLimits.areas }, (_, row) => (
          <fieldset key={row} className="areas">
            <legend className="field__label">{t('photo.blur.area', { number: row + 1 })}</legend>
            {sides.map((side, column) => (
              <label key={side}>
                <span className="u-small">{t(`photo.blur.${side}`)}</span>
                <input
                  className="input input--short"
                  id={row === 0 ? side : `${side}-${row + 1}`}
                  name={side}
                  inputMode="decimal"
                  maxLength={5}
                  defaultValue={typed[column]?.[row] ?? ''}
                  aria-invalid={error && row === 0 ? true : undefined}
                  aria-describedby={error && row === 0 ? 'x-e' : undefined}
                />
              </label>
            ))}
          </fieldset>
        ))}
        <p className="l-row">
          <Button name="accion" value="difuminar">
            {t('photo.blur.act')}
          </Button>
        </p>
      </form>
    </Fold>
  );
}
