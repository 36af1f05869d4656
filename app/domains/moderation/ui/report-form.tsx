import { reportReasons } from '#app/domains/moderation/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  kind: string;
  id: string;
  form: FormState;
  /** The idea to go back to, where it is known. */
  ideaId: string | undefined;
};

/** Why something should not stand here. */
export function ReportForm({ kind, id, form, ideaId }: Props) {
  const t = useT('moderation');
  return (
    <form method="post" action={`/reportes?tipo=${kind}&id=${id}`} noValidate>
      <input type="hidden" name="tipo" value={kind} />
      <input type="hidden" name="id" value={id} />
      <RadioGroup
        name="motivo"
        legend={t('report.reason')}
        options={reportReasons.map((code) => ({
          value: code,
          label: t(`report.reason.${code}`),
        }))}
        value={form.value('motivo')}
        error={form.errors('motivo')}
      />
      <TextField
        name="detalle"
        label={t('report.detail')}
        optional
        rows={4}
        maxLength={1000}
        value={form.value('detalle')}
        error={form.errors('detalle')}
      />
      <div className="l-row l-gap">
        <Button kind="go" icon="flag">
          {t('report.send')}
        </Button>
        {ideaId !== undefined && (
          <ButtonLink href={`/ideas/${ideaId}`}>{t('report.back')}</ButtonLink>
        )}
      </div>
    </form>
  );
}
