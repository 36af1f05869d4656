import type { Desk } from '#app/domains/circle/get-desk.server.ts';
import { circleLimits } from '#app/domains/circle/rules.ts';
import { decisions } from '#app/domains/circle/types.ts';
import type { CarriedIdea } from '#app/domains/proposals/types.ts';
import { IdeaName } from '#app/domains/proposals/ui/carried-ideas.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** The two short texts that answer one idea: what was taken; what was not, and why. */
function IdeaVerdict({ idea, form }: { idea: CarriedIdea; form: FormState }) {
  const t = useT('circle');
  const name = idea.title ?? String(idea.number);
  const about = <span className="u-sr"> {t('form.about', { title: name })}</span>;
  return (
    <fieldset className="verdict">
      <legend>
        <span className="verdict__t">
          <IdeaName idea={idea} />
        </span>
      </legend>
      <TextField
        name={`tomado.${idea.id}`}
        label={
          <>
            {t('form.taken')}
            {about}
          </>
        }
        rows={2}
        value={form.value(`tomado.${idea.id}`)}
        error={form.errors(`tomado.${idea.id}`)}
        maxLength={circleLimits.answer}
      />
      <TextField
        name={`no_tomado.${idea.id}`}
        label={
          <>
            {t('form.not_taken')}
            {about}
          </>
        }
        rows={2}
        value={form.value(`no_tomado.${idea.id}`)}
        error={form.errors(`no_tomado.${idea.id}`)}
        maxLength={circleLimits.answer}
      />
    </fieldset>
  );
}

/** The Circle's answer: an answer for each idea, the decision, its reasons. */
export function DecisionForm({ desk, form }: { desk: Desk; form: FormState }) {
  const t = useT('circle');
  const c = useT('common');
  const { proposal, quorum } = desk;
  return (
    <form
      action={`/circulo/mesa/${proposal.id}/decision`}
      method="post"
      noValidate
      className="l-stack"
      id="decidir"
      aria-labelledby="decidir-t"
    >
      <h3 id="decidir-t">{t('form.heading')}</h3>
      <p className="u-small u-mute">{t('form.lead')}</p>
      {proposal.ideas.map((idea) => (
        <IdeaVerdict key={idea.id} idea={idea} form={form} />
      ))}
      <RadioGroup
        name="decision"
        legend={t('form.decision')}
        options={decisions.map((decision) => ({
          value: decision,
          label: c(`decision.${decision}`),
          hint: t(`form.decision.${decision}`),
        }))}
        value={form.value('decision')}
        error={form.errors('decision')}
      />
      <TextField
        name="razones"
        label={t('form.reasons')}
        hint={t('form.reasons.hint')}
        rows={5}
        value={form.value('razones')}
        error={form.errors('razones')}
        maxLength={circleLimits.reasons}
      />
      <TextField
        name="hasta"
        id="hasta"
        type="date"
        optional
        label={t('form.until')}
        hint={t('form.until.hint')}
        value={form.value('hasta')}
        error={form.errors('hasta')}
      />
      {!quorum.isMet && (
        <Notice kind="sun" title={t('form.no_quorum')}>
          {t('quorum.rule')}
        </Notice>
      )}
      <Button kind="go" wide icon="scale">
        {t('form.publish')}
      </Button>
      <p className="u-small u-mute">{t('form.final')}</p>
    </form>
  );
}
