import { daysBetween } from '#app/platform/i18n/format.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ProgressStrip } from '#app/ui/progress-strip.tsx';

type Props = {
  name: string;
  /** The names of all phases that are open until the same day. */
  open: string[];
  /** Which of how many phases. */
  position?: number;
  total?: number;
  opensAt: Date;
  closesAt: Date;
  /** The server's time, so that both renderings agree. */
  now: Date;
  href?: string;
};

function stateAt(now: Date, opensAt: Date, closesAt: Date): 'next' | 'open' | 'closed' {
  if (now < opensAt) return 'next';
  return now < closesAt ? 'open' : 'closed';
}

/** The strip that says phase, until when and days left; its lower edge fills as time passes. */
export function PhaseBanner({ name, open, position, total, opensAt, closesAt, now, href }: Props) {
  const t = useT('common');
  const f = useFormat();
  const state = stateAt(now, opensAt, closesAt);
  const turn = state === 'next' ? opensAt : closesAt;
  const days = daysBetween(now, turn);
  const number = f.number(days);
  const [before, after] = t(`ui.phase.left.${state === 'next' ? 'next' : 'open'}`, {
    count: days,
  }).split(number);
  const said = open.length > 0 ? t('ui.phase.open', { names: f.list(open) }) : name;
  const share = (now.getTime() - opensAt.getTime()) / (closesAt.getTime() - opensAt.getTime());
  return (
    <aside
      className={state === 'open' ? 'phase' : 'phase phase--rest'}
      aria-label={t(`ui.phase.label.${state}`)}
    >
      <div className="l-wrap phase__in">
        <p className="phase__name">
          <strong>{href ? <a href={href}>{said}</a> : said}</strong>{' '}
          {position && total && open.length < 2 && (
            <span className="u-nowrap">{t('ui.phase.position', { position, total })}</span>
          )}
        </p>
        <p>
          {t(`ui.phase.turn.${state}`)}{' '}
          <time dateTime={turn.toISOString()}>{f.date(turn, 'weekday')}</time>
        </p>
        {state !== 'closed' && (
          <p className="phase__left">
            {days > 0 ? (
              <>
                {before}
                <b>{number}</b>
                {after}
              </>
            ) : (
              t('ui.phase.today')
            )}
          </p>
        )}
      </div>
      <ProgressStrip share={share} />
    </aside>
  );
}
