import type { Desk } from '#app/domains/circle/get-desk.server.ts';
import type { NamedSeat } from '#app/domains/circle/types.ts';
import { SeatList, useMemberName } from '#app/domains/circle/ui/member-name.tsx';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Seats, type Seat } from '#app/ui/seats.tsx';

function stateOf(seat: NamedSeat): Seat['state'] {
  if (seat.vote === 'impedimento') return 'recused';
  return seat.present ? 'present' : 'absent';
}

/** Who is at the table, whether that is enough, and what else waits there. */
export function DeskSession({ desk }: { desk: Desk }) {
  const t = useT('circle');
  const nameOf = useMemberName();
  const { proposal, seats, quorum, own, can } = desk;
  const shown = proposal.state === 'enviada' ? seats : (desk.decisions[0]?.seats ?? seats);
  return (
    <section aria-label={t('desk.session')} className="l-stack">
      <h2>{t('desk.who')}</h2>
      {shown.length > 0 ? (
        <div className="l-center">
          <Seats
            seats={shown.map((seat) => ({
              name: nameOf(seat.name),
              sector: seat.sector,
              state: stateOf(seat),
            }))}
          />
        </div>
      ) : (
        <p>{t('desk.nobody')}</p>
      )}
      {proposal.state === 'enviada' && (
        <p className="u-small">
          {t('quorum.government', {
            present: quorum.bySector.gobierno.present,
            needed: quorum.bySector.gobierno.needed,
          })}{' '}
          {t('quorum.civil', {
            present: quorum.bySector.civil.present,
            needed: quorum.bySector.civil.needed,
          })}
        </p>
      )}
      {can.act && own && (
        <form method="post" action={`/circulo/mesa/${proposal.id}/presencia`} className="l-row">
          <Button
            id="presente"
            name="presente"
            value={own.present ? 'no' : 'si'}
            icon={own.present ? 'close' : 'hand'}
          >
            {t(own.present ? 'presence.leave' : 'presence.arrive')}
          </Button>
        </form>
      )}
      <SeatList seats={shown} />
      <Agenda desk={desk} />
    </section>
  );
}

/** What else waits at this table. */
function Agenda({ desk }: { desk: Desk }) {
  const t = useT('circle');
  const f = useFormat();
  return (
    <>
      <h2>{t('desk.agenda')}</h2>
      {desk.agenda.length === 0 && <p>{t('desk.agenda.none')}</p>}
      <ol className="queue">
        {desk.agenda.map((item, index) => (
          <li
            key={item.id}
            className="queue__row"
            aria-current={item.id === desk.proposal.id ? 'true' : undefined}
          >
            <div className="queue__top">
              <span>{t('desk.point', { number: index + 1 })}</span>
              <ProposalBadge state={item.state} isOverdue={item.isOverdue} />
            </div>
            <a href={`/circulo/mesa/${item.id}`}>
              {t('desk.proposal', { number: item.number, title: item.title })}
            </a>
            {item.dueAt && item.state === 'enviada' && (
              <span className="u-small u-mute">{t('desk.due', { date: f.date(item.dueAt) })}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
