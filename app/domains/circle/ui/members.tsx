import type { MemberView, Sector } from '#app/domains/circle/types.ts';
import { useMemberName } from '#app/domains/circle/ui/member-name.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { instantOf } from '#app/domains/circle/rules.ts';

/** The members of one sector, with their commissions and terms. */
export function SectorMembers({ sector, members }: { sector: Sector; members: MemberView[] }) {
  const t = useT('circle');
  const f = useFormat();
  const nameOf = useMemberName();
  return (
    <section className="l-stack l-stack--tight" aria-labelledby={`sector-${sector}`}>
      <h3 id={`sector-${sector}`}>
        {t('members.sector', { sector: t(`sector.${sector}`), n: f.number(members.length) })}
      </h3>
      {members.length === 0 && <p>{t('members.none')}</p>}
      <ul className="list">
        {members.map((member) => (
          <li key={member.id}>
            <span>
              <strong>{nameOf(member.name)}</strong>
              {member.organisation && (
                <>
                  <br />
                  {member.organisation}
                </>
              )}
              <br />
              <small className="u-mute">
                {member.commissions.length > 0
                  ? t('members.commissions', {
                      list: member.commissions
                        .map((commission) => commission.shortTitle)
                        .join(', '),
                    })
                  : t('members.no_commission')}{' '}
                {member.endsOn
                  ? t('members.term', {
                      from: f.date(instantOf(member.startsOn)),
                      to: f.date(instantOf(member.endsOn)),
                    })
                  : t('members.since', { from: f.date(instantOf(member.startsOn)) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
