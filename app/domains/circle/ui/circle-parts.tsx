import {
  decisions as codes,
  type DecisionCode,
  type MemberView,
} from '#app/domains/circle/types.ts';
import { SectorMembers } from '#app/domains/circle/ui/members.tsx';
import { daysToAnswer } from '#app/domains/proposals/rules.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Facts } from '#app/ui/facts.tsx';

/** Beside the decisions: how many of each kind, and how the Circle decides. */
export function CircleAside({ counts }: { counts: Partial<Record<DecisionCode, number>> }) {
  const t = useT('circle');
  const c = useT('common');
  const f = useFormat();
  return (
    <div className="l-stack">
      <section className="side">
        <h2>{t('page.counts')}</h2>
        <Facts
          items={codes.map((code) => ({
            key: code,
            term: c(`decision.${code}`),
            value: f.number(counts[code] ?? 0),
          }))}
        />
      </section>
      <section className="side l-stack l-stack--tight">
        <h2>{t('page.how')}</h2>
        <p>{t('quorum.rule')}</p>
        <p>{t('majority.rule')}</p>
        <p>{t('page.recusal')}</p>
        <p>{t('page.answer_time', { days: daysToAnswer })}</p>
      </section>
    </div>
  );
}

/** Who sits in the Circle, by half. */
export function CirclePeople({ members }: { members: MemberView[] }) {
  const t = useT('circle');
  const government = members.filter((member) => member.sector === 'gobierno');
  const civil = members.filter((member) => member.sector === 'civil');
  const isEven = government.length === civil.length;
  return (
    <section className="l-stack l-gap" aria-labelledby="personas">
      <h2 id="personas">{t('page.people')}</h2>
      <p>
        {t(isEven ? 'page.parity' : 'page.no_parity', {
          government: government.length,
          civil: civil.length,
        })}
      </p>
      <div className="l-grid">
        <SectorMembers sector="gobierno" members={government} />
        <SectorMembers sector="civil" members={civil} />
      </div>
    </section>
  );
}
