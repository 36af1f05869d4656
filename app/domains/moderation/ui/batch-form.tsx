import { useT } from '#app/platform/i18n/use-t.ts';
import type { QueueItem, Reason } from '#app/domains/moderation/types.ts';
import { itemHref, type DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import { FieldNotes, fieldClass } from '#app/ui/field-parts.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  items: QueueItem[];
  place: DeskPlace;
  total: number;
  max: number;
  reasons: Reason[];
  form: FormState;
};

/** Rejects many quarantined ideas with one reason: the way out of a burst of automated posts. */
export function BatchForm({ items, place, total, max, reasons, form }: Props) {
  const t = useT('moderation');
  const error = form.errors('ids');
  const suggested = reasons.find((reason) => reason.code === 'publicidad_spam');
  return (
    <form method="post" noValidate className="l-rail">
      <fieldset className={fieldClass(error)}>
        <legend className="field__label">{t('batch.ids')}</legend>
        <FieldNotes id="ids" error={error} />
        <Checkbox
          name="todas"
          label={t('batch.all', { count: total })}
          hint={total > items.length ? t('batch.all.hint', { max }) : undefined}
          checked={form.value('todas') === 'si'}
        />
        <Candidates items={items} place={place} form={form} />
      </fieldset>
      <div className="l-stick">
        <div className="panel">
          <h2>{t('batch.heading')}</h2>
          <p>{t('batch.lead')}</p>
          <SelectField
            name="motivo"
            label={t('batch.reason')}
            options={reasons.map((reason) => ({ value: reason.code, label: reason.label }))}
            value={form.value('motivo', 'publicidad_spam')}
            error={form.errors('motivo')}
          />
          <TextField
            name="explicacion"
            label={t('batch.explanation')}
            rows={5}
            maxLength={2000}
            value={form.value('explicacion', suggested?.explanation ?? '')}
            error={form.errors('explicacion')}
          />
          <p className="l-end">
            <Button kind="go" wide>
              {t('batch.send')}
            </Button>
          </p>
        </div>
      </div>
    </form>
  );
}

/** The ideas, each with its box and the way to read it whole. */
function Candidates({ items, place, form }: Pick<Props, 'items' | 'place' | 'form'>) {
  const t = useT('moderation');
  const chosen = form.values('ids');
  const error = form.errors('ids');
  return (
    <ul className="list">
      {items.map((item, index) => (
        <li key={item.id}>
          <label className="choice" htmlFor={index === 0 ? 'ids' : `ids-${item.id}`}>
            <input
              type="checkbox"
              id={index === 0 ? 'ids' : `ids-${item.id}`}
              name="ids"
              value={item.id}
              defaultChecked={chosen.includes(item.id)}
              aria-describedby={error && 'ids-e'}
            />
            <span className="u-break" lang={item.lang}>
              {item.title}
            </span>
          </label>
          <a className="u-small" href={itemHref(item.id, place)}>
            {t('batch.open')}{' '}
            <span className="u-sr" lang={item.lang}>
              {item.title}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
