import { daysToAnswer } from '#app/domains/proposals/rules.ts';
import type { IdeaOption, ProposalView } from '#app/domains/proposals/types.ts';
import { ProposalForm } from '#app/domains/proposals/ui/proposal-form.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** The dossier as it can still be changed, with what can be done with it. */
export function Dossier({
  proposal,
  options,
  query,
  due,
}: {
  proposal: ProposalView;
  options: { chosen: IdeaOption[]; found: IdeaOption[] };
  query: string;
  /** When the Circle would answer at the latest if it were sent now. */
  due: Date;
}) {
  const t = useT('proposals');
  const f = useFormat();
  const isDraft = proposal.state === 'borrador';
  return (
    <div className="l-stack l-stack--wide">
      {proposal.state === 'lista' && (
        <Notice title={t('edit.ready.title')}>{t('edit.ready.text')}</Notice>
      )}
      <ProposalForm
        initial={proposal}
        version={proposal.version}
        chosen={options.chosen}
        found={isDraft ? options.found : []}
        taken={Object.fromEntries(proposal.ideas.map((idea) => [idea.id, idea.taken]))}
        query={query}
      >
        <div className="l-row">
          <Button kind="go" name="accion" value={isDraft ? 'lista' : 'enviar'}>
            {isDraft ? t('edit.ready') : t('edit.send')}
          </Button>
          <Button name="accion" value="guardar">
            {t('edit.save')}
          </Button>
        </div>
        <p className="u-small u-mute">
          {isDraft
            ? t('edit.ready.hint')
            : t('edit.send.hint', { days: daysToAnswer, date: f.date(due) })}
        </p>
      </ProposalForm>
    </div>
  );
}

/** The Circle has it: nothing can be changed any more. */
export function ClosedDossier({ id }: { id: string }) {
  const t = useT('proposals');
  const form = useFormState();
  return (
    <>
      <FormMessages form={form} />
      <Notice icon="lock" title={t('edit.closed.title')}>
        {t('edit.closed.text')} <a href={`/propuestas/${id}`}>{t('edit.see')}</a>
      </Notice>
    </>
  );
}
