import { drawLimits } from '#app/domains/draw/rules.ts';
import { trustOf } from '#app/domains/draw/trust.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

/** Who could still influence what, or could have: a sentence each. */
export function DrawTrust({ draw, now }: { draw: Draw; now: Date }) {
  const t = useT('draw');
  const f = useFormat();
  const lottery = draw.source?.form === 'loteria' ? draw.source : null;
  const params = {
    name: lottery?.name ?? '',
    number: String(lottery?.number ?? 0),
    date: f.date(draw.sharesUntil ?? now, 'moment'),
    n: drawLimits.shares,
  };
  return (
    <section className="l-stack" aria-labelledby="confianza">
      <h2 id="confianza">{t('draw.trust.title')}</h2>
      <ul>
        {trustOf(draw, now).map((key) => (
          <li key={key}>{t(`draw.trust.${key}`, params)}</li>
        ))}
      </ul>
    </section>
  );
}
