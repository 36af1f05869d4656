import { useEffect } from 'react';
import { useRevalidator } from '@remix-run/react';
import { certain } from '#app/kernel/certain.ts';
import { drawLimits, expectedSeconds } from '#app/domains/draw/rules.ts';
import { drandChains } from '#app/domains/draw/drand.ts';
import type { PublicSource } from '#app/domains/draw/source.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import { CommitFields } from '#app/domains/draw/ui/commit-fields.tsx';
import {
  LotteryFacts,
  QuotaTable,
  ShareList,
  SourceFacts,
  usePercent,
} from '#app/domains/draw/ui/draw-facts.tsx';
import { useGoalName, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ProgressStrip } from '#app/ui/progress-strip.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** A span of time in the unit in which people would say it. */
function useSpan(): (seconds: number) => string {
  const t = useT('draw');
  return (seconds) => {
    if (seconds < 90) return t('draw.seconds', { count: seconds });
    return seconds < 5400
      ? t('draw.minutes', { count: Math.round(seconds / 60) })
      : t('draw.hours', { count: Math.round(seconds / 3600) });
  };
}

/** Looks again every few seconds while the worker is at it; without script there is a link. */
export function LookAgain({ id }: { id: string }) {
  const t = useT('draw');
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => revalidate(), 2000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <p>
      <ButtonLink size="small" href={`/facilitacion/talleres/${id}/sorteo`}>
        {t('draw.desk.reload')}
      </ButtonLink>
    </p>
  );
}

/** Before it is calculated: how many groups, and how long that takes. */
export function ReadyToCalculate({ draw, choices }: { draw: Draw; choices: GoalChoices }) {
  const t = useT('draw');
  const f = useFormat();
  const span = useSpan();
  const { from, to } = expectedSeconds(draw.types ?? 1, draw.people);
  return (
    <section className="l-stack" aria-labelledby="listo">
      <h2 id="listo">{t('draw.ready.title')}</h2>
      <Facts
        items={[
          { term: t('draw.fact.people'), value: f.number(draw.people) },
          { term: t('draw.fact.places'), value: f.number(draw.size) },
          { term: t('draw.fact.types'), value: f.number(draw.types ?? 0) },
        ]}
      />
      <p>
        <strong>{t('draw.ready.time', { from: span(from), to: span(to) })}</strong>
      </p>
      <QuotaTable quotas={draw.quotas} choices={choices} />
      <p>{t('draw.ready.text')}</p>
      <form method="post">
        <Button kind="go" name="accion" value="calcular">
          {t('draw.start')}
        </Button>
      </form>
    </section>
  );
}

/** How far a proof has come; while it runs, or where it was stopped. */
export function Calculation({ draw }: { draw: Draw }) {
  const t = useT('draw');
  const f = useFormat();
  const percent = usePercent();
  const { progress } = draw;
  const runs = draw.state === 'calculando';
  return (
    <section className="panel l-stack" aria-labelledby="calculo">
      <h2 id="calculo">{t(runs ? 'draw.running.title' : 'draw.stopped.title')}</h2>
      {draw.failed && <Notice kind="bad">{t('draw.stopped.failed')}</Notice>}
      <div className="l-stack l-stack--tight">
        <p role="status">
          <strong>
            {progress
              ? t('draw.running.groups', { fixed: progress.fixed, types: progress.types })
              : t('draw.running.begun')}
          </strong>
        </p>
        {progress && <ProgressStrip share={progress.fixed / progress.types} />}
      </div>
      {progress && (
        <Facts
          items={[
            { term: t('draw.running.smallest'), value: percent(progress.smallest) },
            { term: t('draw.running.upper'), value: percent(progress.upper) },
            {
              term: t('draw.running.gap'),
              value: f.number(Math.round((progress.upper - progress.smallest) * 1e6) / 1e6),
            },
          ]}
        />
      )}
      <p>{t('draw.running.not_yet')}</p>
      <form method="post">
        <Button
          kind={runs ? 'plain' : 'go'}
          icon={runs ? 'pause' : undefined}
          name="accion"
          value={runs ? 'detener' : 'calcular'}
        >
          {t(runs ? 'draw.stop' : 'draw.continue')}
        </Button>
      </form>
    </section>
  );
}

/** Quotas that nobody can meet: what the smallest change would be, in words. */
export function Impossible({ draw, choices }: { draw: Draw; choices: GoalChoices }) {
  const t = useT('draw');
  const f = useFormat();
  const name = useGoalName(choices);
  const { changes, total } = certain(draw.relaxation);
  return (
    <Notice kind="bad" title={t('draw.impossible.title')}>
      <p>{t('draw.impossible.text', { count: total })}</p>
      <ul>
        {changes.flatMap((change) => [
          change.newMin < change.min && (
            <li key={`${change.variable} ${change.value} min`}>
              {t('draw.impossible.min', {
                who: name(change),
                from: f.number(change.min),
                to: f.number(change.newMin),
              })}
            </li>
          ),
          change.newMax > change.max && (
            <li key={`${change.variable} ${change.value} max`}>
              {t('draw.impossible.max', {
                who: name(change),
                from: f.number(change.max),
                to: f.number(change.newMax),
              })}
            </li>
          ),
        ])}
      </ul>
    </Notice>
  );
}

/** The lottery is proven: its figures, and the commitment. */
export function ProvenLottery({ draw, form }: { draw: Draw; form: FormState | null }) {
  const t = useT('draw');
  return (
    <section className="l-stack" aria-labelledby="demostrada">
      <h2 id="demostrada">{t('draw.proven.title')}</h2>
      <LotteryFacts draw={draw} />
      <p>{t('draw.proven.text')}</p>
      <CommitFields form={form} />
    </section>
  );
}

/** After the commitment: when the source is known, and then the draw. */
export function CommittedLottery({
  draw,
  now,
  form,
  holds,
}: {
  draw: Draw;
  now: Date;
  form: FormState | null;
  holds: boolean;
}) {
  const t = useT('draw');
  const f = useFormat();
  const sourceAt = certain(draw.sourceAt);
  return (
    <section className="l-stack" aria-labelledby="publicada">
      <h2 id="publicada">{t('draw.committed.title')}</h2>
      <SourceFacts draw={draw} />
      {draw.sharesUntil && <ShareList draw={draw} now={now} />}
      {now < sourceAt && (
        <Notice kind="sun">{t('draw.committed.wait', { date: f.date(sourceAt, 'moment') })}</Notice>
      )}
      {holds && <HoldForm source={certain(draw.source)} form={form} />}
    </section>
  );
}

/** What the source said: typed by hand, read in one way. */
function HoldForm({ source, form }: { source: PublicSource; form: FormState | null }) {
  const t = useT('draw');
  const hint =
    source.form === 'drand'
      ? t('draw.hold.drand.hint', {
          address: `https://api.drand.sh/${drandChains[source.chain].hash}/public/${source.round}`,
        })
      : t('draw.hold.loteria.hint', { digits: source.digits, series: source.series });
  return (
    <form method="post" noValidate className="l-form">
      <h3>{t('draw.hold.title')}</h3>
      <TextField
        name="resultado"
        rows={source.form === 'drand' ? 5 : 2}
        label={t(`draw.hold.${source.form}`)}
        hint={hint}
        value={form?.value('resultado')}
        error={form?.errors('resultado')}
        maxLength={drawLimits.text}
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="sortear">
          {t('draw.hold')}
        </Button>
      </p>
    </form>
  );
}
