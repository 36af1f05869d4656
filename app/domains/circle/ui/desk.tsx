import type { Desk } from '#app/domains/circle/get-desk.server.ts';
import { DeskDossier } from '#app/domains/circle/ui/desk-dossier.tsx';
import { DeskSession } from '#app/domains/circle/ui/desk-session.tsx';
import { DeskVote } from '#app/domains/circle/ui/desk-vote.tsx';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import type { Translate } from '#app/platform/i18n/messages.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** What each field is called in the summary of errors. */
function labelsOf(desk: Desk, t: Translate<'circle'>): Record<string, string> {
  const labels: Record<string, string> = {
    decision: t('form.decision'),
    razones: t('form.reasons'),
    hasta: t('form.until'),
    voto: t('vote.own'),
    texto: t('notes.label'),
    motivo: t('request.why'),
    localidad: t('request.where'),
  };
  for (const idea of desk.proposal.ideas) {
    const title = idea.title ?? String(idea.number);
    labels[`tomado.${idea.id}`] = title;
    labels[`no_tomado.${idea.id}`] = title;
  }
  return labels;
}

/** The Circle's table for one proposal: who is there; the dossier and the answer; the vote. */
export function DeskTable({ desk }: { desk: Desk }) {
  const t = useT('circle');
  const f = useFormat();
  const form = useFormState(labelsOf(desk, t));
  const { proposal } = desk;
  const standing = desk.decisions[0];
  return (
    <>
      <div className="deskbar">
        <div className="l-wrap l-wrap--full deskbar__in">
          <h1>{t('desk.title')}</h1>
          <p>
            {t('desk.today')} <strong>{f.date(desk.now, 'weekday')}</strong>
          </p>
          {proposal.state === 'enviada' ? (
            <p>
              {desk.quorum.isMet ? (
                <Badge kind="done">{t('quorum.met')}</Badge>
              ) : (
                <Badge kind="late">{t('quorum.unmet')}</Badge>
              )}
            </p>
          ) : (
            <p>
              <ProposalBadge state={proposal.state} decision={standing?.decision} />
            </p>
          )}
          <a className="btn btn--small deskbar__end" href="/circulo/mesa">
            <Icon name="back" />
            {t('desk.all')}
          </a>
        </div>
      </div>
      <div className="l-wrap l-wrap--full">
        <FormMessages form={form} />
      </div>
      <div className="l-desk">
        <DeskSession desk={desk} />
        <DeskDossier desk={desk} form={form} />
        <DeskVote desk={desk} form={form} />
      </div>
    </>
  );
}
