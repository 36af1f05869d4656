import { minutesLimits } from '#app/domains/minutes/rules.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

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
