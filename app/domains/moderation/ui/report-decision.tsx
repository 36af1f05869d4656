import { useT } from '#app/platform/i18n/use-t.ts';
import type { Reason } from '#app/domains/moderation/types.ts';
import type { ShownCase } from '#app/domains/moderation/ui/report-case.tsx';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  one: ShownCase;
  current: string;
  reasons: Reason[];
  decides: boolean;
  form: FormState;
};

/** What is done about a case: leave it, or hide it with a second moderator's agreement. */
export function ReportDecision({ one, current, reasons, decides, form }: Props) {
  const t = useT('moderation');
  if (!one.canDecide)
    return <Notice>{one.own && decides ? t('decide.own') : t('desk.reader')}</Notice>;
  if (one.reports.length === 0) return <Notice>{t('decide.closed')}</Notice>;
  const address = `/moderacion/avisos?caso=${current}`;
  if (one.hiding) {
    return (
      <form method="post" action={address} className="l-stack l-stack--tight">
        {!one.canConfirm && <Notice>{t('reports.hiding.yours')}</Notice>}
        {one.canConfirm && (
          <Button kind="go" wide name="accion" value="confirmar">
            {t('reports.confirm')}
          </Button>
        )}
        {one.canConfirm && <p className="u-small u-mute">{t('reports.confirm.hint')}</p>}
        <Button wide name="accion" value="descartar">
          {t('reports.drop')}
        </Button>
      </form>
    );
  }
  return (
    <form method="post" action={address} noValidate className="l-stack l-stack--tight">
      <RadioGroup
        name="accion"
        legend={t('reports.decide')}
        options={[
          { value: 'desestimar', label: t('reports.dismiss'), hint: t('reports.dismiss.hint') },
          ...(one.subject.isPublic
            ? [{ value: 'proponer', label: t('reports.propose'), hint: t('reports.propose.hint') }]
            : []),
        ]}
        value={form.value('accion')}
        error={form.errors('accion')}
      />
      <SelectField
        name="motivo"
        label={t('reports.reason')}
        optional
        empty=""
        options={reasons.map((reason) => ({ value: reason.code, label: reason.label }))}
        value={form.value('motivo')}
        error={form.errors('motivo')}
      />
      <TextField
        name="explicacion"
        label={t('reports.explanation')}
        hint={t('reports.explanation.hint')}
        rows={5}
        maxLength={2000}
        value={form.value('explicacion')}
        error={form.errors('explicacion')}
      />
      <p className="l-end">
        <Button kind="go" wide>
          {t('reports.send')}
        </Button>
      </p>
    </form>
  );
}
