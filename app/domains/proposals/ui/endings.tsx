import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { EndingStage } from '#app/domains/proposals/ending.rules.ts';
import { Prose } from '#app/ui/prose.tsx';

/** With which reasons the ideas of a commitment ended when its plan did. */
export function Endings({
  endings,
}: {
  endings: { stage: EndingStage; reason: string; ideas: number; at: Date }[];
}) {
  const t = useT('proposals');
  const f = useFormat();
  if (endings.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="terminaron">
      <h2 id="terminaron">{t('ended.title')}</h2>
      {endings.map(({ stage, reason, ideas, at }) => (
        <div key={stage} className="l-stack l-stack--tight">
          <h3>{t(`archive.stage.${stage}`, { count: ideas })}</h3>
          <Prose text={reason} />
          <p className="u-small u-mute">{f.date(at)}</p>
        </div>
      ))}
    </section>
  );
}
