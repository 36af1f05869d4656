import { textFields } from '#app/domains/city/texts.schema.ts';
import { cityTextKeys, type City } from '#app/platform/city/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { BothFields } from '#app/ui/both-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

/** What the city says in its own words, with what stands there while it says nothing. */
export function CityTextFields({
  kept,
  usual,
  form,
}: {
  kept: City['texts'];
  usual: City['texts'];
  form: FormState;
}) {
  const t = useT('setup');
  return (
    <form method="post" className="l-form">
      {cityTextKeys.map((key) => (
        <fieldset key={key} className="l-stack">
          <legend>
            <h3>{t(`text.${key}`)}</h3>
          </legend>
          <p className="u-small u-mute">{t(`text.${key}.hint`)}</p>
          <BothFields
            name={textFields[key]}
            label={(language) => t(`text.in.${language}`)}
            hint={(language) => usual[key] && t('text.usual', { text: usual[key][language] })}
            kept={kept[key]}
            form={form}
            rows={key === 'circle_manual' ? 10 : 3}
            optional
          />
        </fieldset>
      ))}
      <p className="l-row l-end">
        <Button kind="go" size="big" name="accion" value="guardar">
          {t('next')}
        </Button>
        <Button size="big" name="accion" value="vista_previa">
          {t('text.preview')}
        </Button>
      </p>
    </form>
  );
}
