import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { MeetingValues } from '#app/domains/meetings/meeting-values.ts';
import type { MeetingProposal, ProposalLine } from '#app/domains/meetings/types.ts';
import type { MeetingChoices } from '#app/domains/meetings/ui/meeting-fields.tsx';
import { MeetingFields } from '#app/domains/meetings/ui/meeting-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Meetings that were written and are not called yet: one's own, and those that wait for coordination. */
export function ProposalList({ proposals }: { proposals: ProposalLine[] }) {
  const t = useT('meetings');
  const f = useFormat();
  if (proposals.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="propuestas">
      <h2 id="propuestas">{t('proposal.list')}</h2>
      <ul className="list">
        {proposals.map(({ id, title, author, state, note, updatedAt }) => (
          <li key={id}>
            <span>
              <a href={`/facilitacion/talleres/nuevo?propuesta=${id}`}>
                {title || t('proposal.untitled')}
              </a>
              <br />
              <span className="u-small u-mute">
                {t(`proposal.state.${state}`, { author, date: f.date(updatedAt) })}
                {note && ` ${t('proposal.note', { note })}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What coordination does with a proposal beside the form: it gives it back with a reason. */
export function ReturnProposal({ form }: { form: FormState | null }) {
  const t = useT('meetings');
  return (
    <Fold summary={t('proposal.return.open')} open={form !== null}>
      <form method="post" noValidate className="l-form l-narrow">
        <TextField
          name="motivo"
          rows={3}
          label={t('proposal.return.reason')}
          value={form?.value('motivo') ?? ''}
          error={form?.errors('motivo')}
          maxLength={500}
        />
        <p>
          <Button name="accion" value="devolver">
            {t('proposal.return.send')}
          </Button>
        </p>
      </form>
    </Fold>
  );
}

/** Whose proposal it is, and what was answered to it. */
export function ProposalNotice({
  proposal: { state, note, author },
  settles,
}: {
  proposal: MeetingProposal;
  settles: boolean;
}) {
  const t = useT('meetings');
  if (settles) return <Notice kind="sun">{t('proposal.from', { author })}</Notice>;
  if (state === 'devuelta')
    return (
      <Notice kind="sun" title={t('proposal.returned')}>
        {note}
      </Notice>
    );
  return state === 'enviada' ? <Notice>{t('proposal.waits')}</Notice> : null;
}

/** The form of a meeting with what can be done with it: by who proposes it, and by coordination. */
export function ProposedFields({
  calls,
  settles,
  waits,
  ...fields
}: {
  calls: boolean;
  settles: boolean;
  /** It was sent and is coordination's now: there is nothing to do. */
  waits: boolean;
  choices: MeetingChoices;
  initial: MeetingValues;
  form: FormState | null;
}) {
  const t = useT('meetings');
  if (waits) return null;
  if (settles)
    return (
      <MeetingFields
        {...fields}
        submitAct="publicar"
        submitLabel={t('proposal.accept.publish')}
        more={
          <Button name="accion" value="aceptar">
            {t('proposal.accept')}
          </Button>
        }
      />
    );
  return (
    <MeetingFields
      {...fields}
      submitAct={calls ? 'guardar' : 'enviar'}
      submitLabel={t(calls ? 'prepare.save.draft' : 'proposal.send')}
      more={
        <Button name="accion" value="apartar">
          {t('proposal.keep')}
        </Button>
      }
    />
  );
}
