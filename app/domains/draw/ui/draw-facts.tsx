import { certain } from '#app/kernel/certain.ts';
import { noonOf } from '#app/platform/city/local-time.ts';
import { sourcePattern, type PublicSource } from '#app/domains/draw/source.ts';
import type { Draw, DrawQuota } from '#app/domains/draw/types.ts';
import { useGoalName, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Facts } from '#app/ui/facts.tsx';

/** A share as a percentage with two digits after the comma. */
export function usePercent(): (share: number) => string {
  const t = useT('draw');
  const f = useFormat();
  return (share) => t('draw.percent', { n: f.number(Math.round(share * 10_000) / 100) });
}

/** The quotas that gave way since nobody could meet them all, by name; by how much would say what people answered. */
export function YieldedQuotas({ draw, choices }: { draw: Draw; choices: GoalChoices }) {
  const t = useT('draw');
  const name = useGoalName(choices);
  if (draw.yielded.length === 0) return null;
  return (
    <div className="l-stack l-stack--tight">
      <p>{t('draw.quotas.yielded')}</p>
      <ul>
        {draw.yielded.map((quota) => (
          <li key={`${quota.variable} ${quota.value}`}>{name(quota)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The quotas of a draw, in words. */
export function QuotaTable({ quotas, choices }: { quotas: DrawQuota[]; choices: GoalChoices }) {
  const t = useT('draw');
  const f = useFormat();
  const name = useGoalName(choices);
  if (quotas.length === 0) return <p>{t('draw.quotas.none')}</p>;
  return (
    <DataTable
      caption={t('draw.quotas.caption')}
      columns={[
        { key: 'who', label: t('draw.quotas.who') },
        { key: 'min', label: t('draw.quotas.min'), numeric: true },
        { key: 'max', label: t('draw.quotas.max'), numeric: true },
      ]}
      rows={quotas.map((quota) => ({
        id: `${quota.variable} ${quota.value}`,
        who: name(quota),
        min: f.number(quota.min),
        max: f.number(quota.max),
      }))}
    />
  );
}

/** What is known of a proven lottery: how many panels, how fair, how exact, its hash. */
export function LotteryFacts({ draw }: { draw: Draw }) {
  const t = useT('draw');
  const f = useFormat();
  const percent = usePercent();
  return (
    <Facts
      items={[
        { term: t('draw.fact.method'), value: t('draw.fact.leximin') },
        { term: t('draw.fact.people'), value: f.number(draw.people) },
        { term: t('draw.fact.places'), value: f.number(draw.size) },
        { term: t('draw.fact.types'), value: f.number(draw.types ?? 0) },
        { term: t('draw.fact.panels'), value: f.number(draw.panels ?? 0) },
        { term: t('draw.fact.smallest'), value: percent(draw.smallest ?? 0) },
        {
          term: t('draw.fact.rounding'),
          value: t('draw.per_million', {
            n: f.number(Math.round((draw.rounding ?? 0) * 1e8) / 100),
          }),
        },
        { term: t('draw.fact.hash'), value: <code className="u-break">{draw.lotterySha256}</code> },
      ]}
    />
  );
}

/** Which source a draw has, in words. */
function useSourceName(): (source: PublicSource) => string {
  const t = useT('draw');
  const f = useFormat();
  return (source) =>
    source.form === 'drand'
      ? t('draw.fact.source.drand', { chain: source.chain, round: String(source.round) })
      : t('draw.fact.source.loteria', {
          name: source.name,
          number: String(source.number),
          date: f.date(noonOf(source.day), 'long'),
        });
}

/** The exact source, how what it says is written and when it is known; and until when shares are. */
export function SourceFacts({ draw }: { draw: Draw }) {
  const t = useT('draw');
  const f = useFormat();
  const name = useSourceName();
  const source = certain(draw.source);
  const moments = [
    ['committed', draw.committedAt],
    ['shares_until', draw.sharesUntil],
    ['reveal_until', draw.revealUntil],
    ['at', draw.sourceAt],
  ] as const;
  return (
    <Facts
      items={[
        { term: t('draw.fact.source'), value: name(source) },
        {
          term: t('draw.fact.pattern'),
          value: <code className="u-break">{sourcePattern(source)}</code>,
        },
        ...moments.flatMap(([key, at]) =>
          at ? [{ key, term: t(`draw.fact.${key}`), value: f.date(at, 'moment') }] : [],
        ),
      ]}
    />
  );
}

/** Who of the Circle added a secret to the seed, and who did not reveal it. */
export function ShareList({ draw, now }: { draw: Draw; now: Date }) {
  const t = useT('draw');
  if (draw.shares.length === 0) return <p>{t('draw.shares.none')}</p>;
  const isOver = draw.drawnAt !== null || (draw.revealUntil !== null && draw.revealUntil <= now);
  return (
    <ul className="list">
      {draw.shares.map((share) => (
        <li key={share.id}>
          <span>
            <strong>{share.name || t('draw.shares.gone')}</strong> ·{' '}
            {t(`draw.shares.${share.sector}`)}
            <br />
            <code className="u-break u-small">{share.commitment}</code>
          </span>
          <span>
            {share.secret !== null
              ? t('draw.shares.revealed', { secret: share.secret })
              : t(isOver ? 'draw.shares.late' : 'draw.shares.pending')}
          </span>
        </li>
      ))}
    </ul>
  );
}
