import { decisions, type ReasonRow } from '#app/domains/moderation/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { BothFields } from '#app/ui/both-fields.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** The decisions that give a reason. */
export const reasoned = decisions.filter((decision) => decision !== 'publicar');

type Props = {
  reason?: ReasonRow;
  /** The page's last post when it was of this reason. */
  form: FormState | null;
  /** The civil day, from which a new reason holds. */
  today: string;
};

/** What a reason is called and explains, in both languages. */
function ReasonTexts({ reason, form, idOf }: Props & { idOf: (name: string) => string }) {
  const t = useT('coordination');
  return (
    <>
      <BothFields
        name="nombre"
        idOf={idOf}
        label={(language) => t(`field.name.${language}`)}
        kept={{ es: reason?.labelEs ?? '', en: reason?.labelEn ?? '' }}
        form={form}
        maxLength={120}
      />
      <BothFields
        name="explicacion"
        idOf={idOf}
        rows={4}
        label={(language) => t(`reasons.explanation.${language}`)}
        hint={(language) => language === 'es' && t('reasons.explanation.hint')}
        kept={{ es: reason?.explanationEs ?? '', en: reason?.explanationEn ?? '' }}
        form={form}
        maxLength={2000}
      />
    </>
  );
}

/** Everything of one reason of the catalogue; without one it is a new one. */
export function ReasonFields(props: Props) {
  const { reason, form, today } = props;
  const t = useT('coordination');
  const idOf = (name: string) => (form ? name : `${name}-${reason?.code ?? 'nueva'}`);
  const field = (name: string, kept: string) => ({
    id: idOf(name),
    name,
    value: form?.value(name) ?? kept,
    error: form?.errors(name),
  });
  const box = (name: string, kept = false) => ({
    id: idOf(name),
    name,
    checked: form ? form.value(name) === 'si' : kept,
  });
  return (
    <form method="post" className="l-form">
      {reason ? (
        <input type="hidden" name="codigo" value={reason.code} />
      ) : (
        <TextField
          {...field('codigo', '')}
          label={t('reasons.code')}
          hint={t('reasons.code.hint')}
        />
      )}
      <SelectField
        {...field('decision', reason?.decision ?? 'rechazar')}
        label={t('reasons.decision')}
        options={reasoned.map((value) => ({ value, label: t(`reasons.decision.${value}`) }))}
      />
      <ReasonTexts {...props} idOf={idOf} />
      <Checkbox {...box('oculta', reason?.hides)} label={t('reasons.hides')} />
      <Checkbox {...box('pide_entidad', reason?.asksBody)} label={t('reasons.asks_body')} />
      <TextField
        {...field('desde', reason?.validFrom ?? today)}
        type="date"
        label={t('reasons.from')}
      />
      <TextField
        {...field('hasta', reason?.validTo ?? '')}
        type="date"
        optional
        label={t('reasons.until')}
        hint={t('reasons.until.hint')}
      />
      <p className="l-end">
        <Button>{t('save')}</Button>
      </p>
    </form>
  );
}

/** A reason of the catalogue, folded, with whether it no longer holds or does not yet. */
export function ReasonFold({
  reason,
  form,
  today,
}: {
  reason: ReasonRow;
  form: FormState;
  today: string;
}) {
  const t = useT('coordination');
  const posted = form.value('codigo') === reason.code;
  return (
    <Fold
      summary={
        <>
          {reason.labelEs}{' '}
          {reason.validTo && reason.validTo < today && (
            <Badge kind="dark">{t('reasons.over')}</Badge>
          )}
          {reason.validFrom > today && <Badge kind="dash">{t('reasons.coming')}</Badge>}
        </>
      }
      open={posted}
    >
      <ReasonFields reason={reason} today={today} form={posted ? form : null} />
    </Fold>
  );
}
