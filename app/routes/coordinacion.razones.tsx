import { useActionData, useLoaderData } from '@remix-run/react';
import { civilDay } from '#app/platform/i18n/format.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listReasonRows } from '#app/domains/moderation/list-reasons.server.ts';
import { saveReason } from '#app/domains/moderation/save-reason.server.ts';
import { ReasonForm } from '#app/domains/moderation/schema.ts';
import { decisions, type ReasonRow } from '#app/domains/moderation/types.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState, type FormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return {
    title: visit.t('coordination')('reasons.title'),
    reasons: await listReasonRows(visit.db),
    today: civilDay(now()),
  };
});

export const action = act(
  async ({ visit, form }) => {
    await saveReason(visit.requireRole('coordinacion'), parseForm(form, ReasonForm));
    return redirectTo('/coordinacion/razones', { notice: 'reason_saved' });
  },
  { form: true },
);

const reasoned = decisions.filter((decision) => decision !== 'publicar');

function ReasonFields({
  reason,
  form,
  today,
}: {
  reason?: ReasonRow;
  form: FormState | null;
  today: string;
}) {
  const t = useT('coordination');
  const suffix = form ? '' : `-${reason?.code ?? 'nueva'}`;
  const field = (name: string, kept: string) => ({
    id: `${name}${suffix}`,
    name,
    value: form?.value(name) ?? kept,
    error: form?.errors(name),
  });
  const ticked = (name: string, kept: boolean) => (form ? form.value(name) === 'si' : kept);
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
      <TextField
        {...field('nombre_es', reason?.labelEs ?? '')}
        label={t('field.name.es')}
        maxLength={120}
      />
      <TextField
        {...field('nombre_en', reason?.labelEn ?? '')}
        lang="en"
        label={t('field.name.en')}
        maxLength={120}
      />
      <TextField
        {...field('explicacion_es', reason?.explanationEs ?? '')}
        rows={4}
        label={t('reasons.explanation.es')}
        hint={t('reasons.explanation.hint')}
        maxLength={2000}
      />
      <TextField
        {...field('explicacion_en', reason?.explanationEn ?? '')}
        lang="en"
        rows={4}
        label={t('reasons.explanation.en')}
        maxLength={2000}
      />
      <Checkbox
        id={`oculta${suffix}`}
        name="oculta"
        label={t('reasons.hides')}
        checked={ticked('oculta', reason?.hides ?? false)}
      />
      <Checkbox
        id={`pide_entidad${suffix}`}
        name="pide_entidad"
        label={t('reasons.asks_body')}
        checked={ticked('pide_entidad', reason?.asksBody ?? false)}
      />
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

export default function Reasons() {
  const { reasons, today } = useLoaderData<typeof loader>();
  const posted = (useActionData() as { values?: { codigo?: string } } | undefined)?.values;
  const t = useT('coordination');
  const form = useFormState();
  const known = reasons.some((reason) => reason.code === posted?.codigo);
  return (
    <div className="l-wrap">
      <PageHead
        title={t('reasons.heading', { count: reasons.length })}
        crumbs={[{ href: '/coordinacion', label: t('home.title') }]}
        current={t('reasons.title')}
        lead={t('reasons.lead')}
      />
      <CoordinationNav current="razones" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {reasoned.map((decision) => (
          <section key={decision} aria-labelledby={decision}>
            <h2 id={decision}>{t(`reasons.decision.${decision}`)}</h2>
            {reasons
              .filter((reason) => reason.decision === decision)
              .map((reason) => (
                <Fold
                  key={reason.code}
                  summary={
                    <>
                      {reason.labelEs}{' '}
                      {reason.validTo && reason.validTo < today && (
                        <Badge kind="dark">{t('reasons.over')}</Badge>
                      )}
                      {reason.validFrom > today && <Badge kind="dash">{t('reasons.coming')}</Badge>}
                    </>
                  }
                  open={posted?.codigo === reason.code}
                >
                  <ReasonFields
                    reason={reason}
                    today={today}
                    form={posted?.codigo === reason.code ? form : null}
                  />
                </Fold>
              ))}
          </section>
        ))}
        <section aria-labelledby="nueva">
          <h2 id="nueva">{t('reasons.new')}</h2>
          <ReasonFields today={today} form={posted && !known ? form : null} />
        </section>
      </div>
    </div>
  );
}
