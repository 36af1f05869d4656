import { sectors } from '#app/domains/circle/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Seats somebody in the Circle: who, for which side and body, in which commissions and until when. */
export function SeatForm({
  commissions,
  form,
}: {
  commissions: { value: string; label: string }[];
  form: FormState;
}) {
  const t = useT('coordination');
  return (
    <section aria-labelledby="sentar">
      <h2 id="sentar">{t('circle.seat')}</h2>
      <p>{t('circle.seat.text')}</p>
      <form method="post" className="l-form">
        <TextField
          name="correo"
          type="email"
          label={t('field.email')}
          hint={t('field.email.hint')}
          value={form.value('correo')}
          error={form.errors('correo')}
        />
        <RadioGroup
          name="sector"
          legend={t('circle.sector')}
          options={sectors.map((value) => ({ value, label: t(`circle.sector.${value}`) }))}
          value={form.value('sector')}
          error={form.errors('sector')}
        />
        <TextField
          name="organizacion"
          label={t('circle.organisation')}
          value={form.value('organizacion')}
          error={form.errors('organizacion')}
          maxLength={160}
        />
        <CheckboxGroup
          name="comisiones"
          legend={t('circle.commissions')}
          options={commissions}
          values={form.values('comisiones')}
          error={form.errors('comisiones')}
        />
        <TextField
          name="desde"
          type="date"
          optional
          label={t('field.from')}
          hint={t('field.from.hint')}
          value={form.value('desde')}
          error={form.errors('desde')}
        />
        <TextField
          name="hasta"
          type="date"
          optional
          label={t('field.until')}
          value={form.value('hasta')}
          error={form.errors('hasta')}
        />
        <p className="l-end">
          <Button kind="go">{t('circle.seat.send')}</Button>
        </p>
      </form>
    </section>
  );
}
