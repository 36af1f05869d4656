import type { FormEvent } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Decision, Reason, ReasonedDecision } from '#app/domains/moderation/types.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import { describedBy, FieldNotes, fieldClass } from '#app/ui/field-parts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { ItemMoves } from '#app/domains/moderation/ui/item-moves.tsx';

type Props = {
  decisions: readonly Decision[];
  /** Whether it is a change of something public. */
  edit: boolean;
  taken: number;
  reasons: Reason[];
  commitments: { slug: string; number: number; title: string }[];
  similar: { id: string; number: number; title: string }[];
  petitionDue: Date;
  next: string | null;
  previous: string | null;
  form: FormState;
};

/** Where a script runs, choosing a reason writes its suggested text, unless the moderator has written their own. */
function suggest(form: HTMLFormElement, reasons: Reason[], target: HTMLInputElement): void {
  if (target.name === 'decision') {
    const [only, ...others] = reasons.filter((reason) => reason.decision === target.value);
    if (!only || others.length > 0) return;
    const box = form.querySelector<HTMLInputElement>(`input[name="motivo"][value="${only.code}"]`);
    if (!box || box.checked) return;
    box.checked = true;
    return suggest(form, reasons, box);
  }
  const area = form.querySelector<HTMLTextAreaElement>('textarea[name="explicacion"]');
  const chosen = reasons.find((reason) => reason.code === target.value);
  if (target.name !== 'motivo' || !area || !chosen) return;
  if (area.value.trim() !== '' && !reasons.some((reason) => reason.explanation === area.value))
    return;
  area.value = chosen.explanation;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The decision. Only the fields that it needs are shown; without the style that hides them, all are. */
export function DecisionForm(props: Props) {
  const { decisions, taken, reasons, next, previous, form } = props;
  const t = useT('moderation');
  const words = useDecisionWords(props);
  const reasoned = decisions.filter(
    (decision): decision is ReasonedDecision => decision !== 'publicar',
  );
  return (
    <form
      method="post"
      noValidate
      aria-labelledby="decide"
      className="l-stack l-stack--tight decide"
      onChange={(event: FormEvent<HTMLFormElement>) =>
        event.target instanceof HTMLInputElement &&
        suggest(event.currentTarget, reasons, event.target)
      }
    >
      <input type="hidden" name="vistas" value={taken} />
      <RadioGroup
        name="decision"
        legend={t('decide.legend')}
        options={decisions.map((value) => ({ value, ...words(value) }))}
        value={form.value('decision')}
        error={form.errors('decision')}
      />
      <Reasons reasoned={reasoned} reasons={reasons} form={form} />
      <Particulars {...props} />
      <Explanation reasoned={reasoned} reasons={reasons} form={form} />
      <TextField
        name="nota"
        label={t('decide.note')}
        hint={t('decide.note.hint')}
        optional
        value={form.value('nota')}
        error={form.errors('nota')}
      />
      <p className="l-end">
        <Button kind="go" wide>
          {t('decide.send')}
        </Button>
      </p>
      <ItemMoves next={next} previous={previous} />
      <p className="u-small u-mute">{t('decide.appeal_note')}</p>
    </form>
  );
}

/** What each decision is called here: of a change of something public, publishing it accepts the change. */
function useDecisionWords({ edit, petitionDue }: Pick<Props, 'edit' | 'petitionDue'>) {
  const t = useT('moderation');
  const f = useFormat();
  return (decision: Decision): { label: string; hint?: string } => {
    if (edit && decision === 'publicar') return { label: t('decide.accept') };
    if (edit && decision === 'devolver')
      return { label: t('decide.undo'), hint: t('decide.undo.hint') };
    if (decision === 'publicar' || decision === 'rechazar')
      return { label: t(`decide.${decision}`) };
    if (decision === 'peticion')
      return {
        label: t('decide.peticion'),
        hint: t('decide.peticion.hint', { date: f.date(petitionDue, 'weekday') }),
      };
    return { label: t(`decide.${decision}`), hint: t(`decide.${decision}.hint`) };
  };
}

type Reasoned = Pick<Props, 'reasons' | 'form'> & { reasoned: readonly ReasonedDecision[] };

/** The reasons of each decision that has some. */
function Reasons({ reasoned, reasons, form }: Reasoned) {
  const t = useT('moderation');
  return (
    <div id="motivo" tabIndex={-1}>
      {reasoned.map((decision) => (
        <div key={decision} data-for={decision}>
          <RadioGroup
            name="motivo"
            id={`motivo-${decision}`}
            legend={t(`decide.reason.${decision}`)}
            options={reasons
              .filter((reason) => reason.decision === decision)
              .map((reason) => ({ value: reason.code, label: reason.label }))}
            value={form.value('motivo')}
            error={form.errors('motivo')}
          />
        </div>
      ))}
    </div>
  );
}

/** What one decision alone asks for: the other commitment, the idea that is kept, the case, the competent body. */
function Particulars({ decisions, commitments, similar, form }: Props) {
  const t = useT('moderation');
  return (
    <>
      {decisions.includes('reasignar') && (
        <div data-for="reasignar">
          <SelectField
            name="compromiso"
            label={t('decide.commitment')}
            empty={t('decide.commitment.empty')}
            options={commitments.map(({ slug, number, title }) => ({
              value: slug,
              label: t('decide.commitment.option', { number, title }),
            }))}
            value={form.value('compromiso')}
            error={form.errors('compromiso')}
          />
        </div>
      )}
      {decisions.includes('duplicada') && (
        <div data-for="duplicada">
          <KeptIdea similar={similar} form={form} />
        </div>
      )}
      {decisions.includes('peticion') && (
        <div data-for="peticion">
          <TextField
            name="radicado"
            label={t('decide.case')}
            hint={t('decide.case.hint')}
            optional
            value={form.value('radicado')}
            error={form.errors('radicado')}
          />
        </div>
      )}
      {decisions.includes('rechazar') && (
        <div data-for="rechazar peticion">
          <TextField
            name="entidad_competente"
            label={t('decide.body')}
            hint={t('decide.body.hint')}
            optional
            value={form.value('entidad_competente')}
            error={form.errors('entidad_competente')}
          />
        </div>
      )}
    </>
  );
}

/** What the author and the public read, with the texts that the catalogue suggests. */
function Explanation({ reasoned, reasons, form }: Reasoned) {
  const t = useT('moderation');
  return (
    <div data-for={reasoned.join(' ')}>
      <TextField
        name="explicacion"
        label={t('decide.explanation')}
        hint={t('decide.explanation.hint')}
        rows={5}
        maxLength={2000}
        value={form.value('explicacion')}
        error={form.errors('explicacion')}
      />
      <Fold summary={t('decide.suggested')}>
        <p className="u-small u-mute">{t('decide.suggested.note')}</p>
        <dl className="l-stack l-stack--tight u-small">
          {reasoned.map((decision) =>
            reasons
              .filter((reason) => reason.decision === decision)
              .map((reason) => (
                <div key={reason.code} data-for={decision}>
                  <dt>
                    <strong>{reason.label}</strong>
                  </dt>
                  <dd>{reason.explanation}</dd>
                </div>
              )),
          )}
        </dl>
      </Fold>
    </div>
  );
}

/** Names the idea that is kept: the similar ones are offered, any other goes by number or link. */
function KeptIdea({ similar, form }: Pick<Props, 'similar' | 'form'>) {
  const t = useT('moderation');
  const error = form.errors('duplicada_de');
  return (
    <div className={fieldClass(error)}>
      <label className="field__label" htmlFor="duplicada_de">
        {t('decide.kept')}
      </label>
      <FieldNotes id="duplicada_de" hint={t('decide.kept.hint')} error={error} />
      <input
        className="input"
        id="duplicada_de"
        name="duplicada_de"
        list="parecidas"
        autoComplete="off"
        defaultValue={form.value('duplicada_de')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy('duplicada_de', { hint: true, error })}
      />
      <datalist id="parecidas">
        {similar.map((idea) => (
          <option key={idea.id} value={String(idea.number)}>
            {idea.title}
          </option>
        ))}
      </datalist>
    </div>
  );
}
