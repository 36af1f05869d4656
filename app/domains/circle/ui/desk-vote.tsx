import type { Desk } from '#app/domains/circle/get-desk.server.ts';
import { circleLimits, takenIn } from '#app/domains/circle/rules.ts';
import { votes as voteCodes } from '#app/domains/circle/types.ts';
import { useMemberName } from '#app/domains/circle/ui/member-name.tsx';
import { VotesTable } from '#app/domains/circle/ui/votes-table.tsx';
import { ProposalRoad } from '#app/domains/proposals/ui/proposal-road.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** The vote so far and one's own, the members' internal notes, and the proposal's road. */
export function DeskVote({ desk, form }: { desk: Desk; form: FormState }) {
  const t = useT('circle');
  const c = useT('common');
  const { proposal, own, can } = desk;
  const answer = desk.decisions.find((decision) => decision.decision !== 'aplazada');
  return (
    <section aria-labelledby="votar" className="l-stack">
      <h2 id="votar">{t('vote.heading')}</h2>
      {proposal.state === 'enviada' && (
        <VotesTable votes={desk.votes} caption={t('votes.so_far')} hideCaption />
      )}
      {can.act && own && !own.present && own.vote !== 'impedimento' && (
        <Notice>{t('vote.be_present')}</Notice>
      )}
      {can.act && (
        <form
          method="post"
          action={`/circulo/mesa/${proposal.id}/voto`}
          noValidate
          className="l-stack"
        >
          <RadioGroup
            name="voto"
            legend={t('vote.own')}
            hint={t('vote.hint')}
            options={voteCodes.map((vote) => ({
              value: vote,
              label: t(`vote.${vote}`),
              hint: vote === 'impedimento' ? t('vote.impedimento.hint') : undefined,
            }))}
            value={form.value('voto', own?.vote ?? '')}
            error={form.errors('voto')}
          />
          <Button icon="hand" wide>
            {t(own?.vote ? 'vote.change' : 'vote.cast')}
          </Button>
        </form>
      )}
      {proposal.state === 'enviada' && !can.act && (
        <Notice icon="lock" title={t('desk.read_only')}>
          {t('desk.read_only.text')}
        </Notice>
      )}
      <Notice>
        {t('quorum.rule')} {t('majority.rule')}
      </Notice>
      {can.readNotes && <Notes desk={desk} form={form} />}
      <h2>{t('desk.road')}</h2>
      <ProposalRoad
        slim
        proposal={proposal}
        answer={
          answer
            ? {
                decision: answer.decision,
                decidedAt: answer.decidedAt,
                label: c(`decision.${answer.decision}`),
                taken: takenIn(answer),
              }
            : null
        }
      />
      <p>
        <a href={`/propuestas/${proposal.id}`}>{t('desk.public_page')}</a>
      </p>
    </section>
  );
}

/** Internal deliberation: what members write for each other. */
function Notes({ desk, form }: { desk: Desk; form: FormState }) {
  const t = useT('circle');
  const f = useFormat();
  const nameOf = useMemberName();
  return (
    <>
      <h2 id="notas">{t('notes.heading')}</h2>
      <p className="u-small u-mute">{t('notes.internal')}</p>
      {desk.notes.length === 0 && <p>{t('notes.none')}</p>}
      {desk.notes.map((note) => (
        <article key={note.id} className="change l-stack l-stack--tight">
          <p className="u-small">
            <strong>{nameOf(note.author)}</strong> ·{' '}
            <time dateTime={note.createdAt.toISOString()}>{f.date(note.createdAt, 'moment')}</time>
          </p>
          <Prose text={note.body} />
        </article>
      ))}
      {desk.can.act && (
        <form
          method="post"
          action={`/circulo/mesa/${desk.proposal.id}/nota`}
          noValidate
          className="l-stack"
        >
          <TextField
            name="texto"
            label={t('notes.label')}
            rows={3}
            value={form.value('texto')}
            error={form.errors('texto')}
            maxLength={circleLimits.note}
          />
          <Button icon="comment" wide>
            {t('notes.add')}
          </Button>
        </form>
      )}
    </>
  );
}
