import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { DuplicatePair as Pair } from '#app/domains/registration/types.ts';
import type { DuplicateSide } from '#app/domains/registration/types.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';

function Side({ side, heading }: { side: DuplicateSide; heading: string }) {
  const t = useT('roster');
  const f = useFormat();
  const state = t(`twice.state.${side.state}`);
  return (
    <div className="l-stack l-stack--tight">
      <h3>{heading}</h3>
      <Facts
        items={[
          { term: t('twice.name'), value: <span className="u-break">{side.name}</span> },
          {
            term: t('twice.contact'),
            value: (
              <span className="u-break">
                {[side.email, side.phone].filter(Boolean).join(' · ')}
              </span>
            ),
          },
          { term: t('twice.channel'), value: t(`twice.channel.${side.channel}`) },
          { term: t('twice.when'), value: f.date(side.createdAt, 'moment') },
          {
            term: t('twice.state'),
            value: side.checkedIn ? t('twice.state.came', { state }) : state,
          },
        ]}
      />
    </div>
  );
}

/** Two registrations side by side, why they may be one person's, and the two answers. */
export function DuplicatePair({ pair }: { pair: Pair }) {
  const t = useT('roster');
  const [earlier, later] = pair.sides;
  const id = `par-${pair.id}-${pair.otherId}`;
  return (
    <section className="panel l-stack" aria-labelledby={id}>
      <h2 id={id}>{t('twice.pair', { one: earlier.name, other: later.name })}</h2>
      <p>{t(`twice.why.${pair.why}`)}</p>
      <div className="l-grid">
        <Side side={earlier} heading={t('twice.earlier')} />
        <Side side={later} heading={t('twice.later')} />
      </div>
      <form method="post" className="l-row" aria-labelledby={id}>
        <input type="hidden" name="una" value={pair.id} />
        <input type="hidden" name="otra" value={pair.otherId} />
        <Button name="decision" value="unidas" icon="check">
          {t('twice.merge')}
        </Button>
        <Button name="decision" value="distintas" kind="quiet">
          {t('twice.distinct')}
        </Button>
      </form>
      <p className="u-small u-mute">{t('twice.merge.what')}</p>
    </section>
  );
}
