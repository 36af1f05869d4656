import { useEffect } from 'react';
import { useRevalidator } from '@remix-run/react';
import { certain } from '#app/kernel/certain.ts';
import { drawLimits, expectedSeconds, mostTypes } from '#app/domains/draw/rules.ts';
import { drandChains } from '#app/domains/draw/drand.ts';
import type { PublicSource } from '#app/domains/draw/source.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import { CommitFields } from '#app/domains/draw/ui/commit-fields.tsx';
import { QuotaTable, ShareList, SourceFacts } from '#app/domains/draw/ui/draw-facts.tsx';
import type { GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
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

/** Before it is calculated: of how many people, and how long that takes at most. */
export function ReadyToCalculate({ draw, choices }: { draw: Draw; choices: GoalChoices }) {
  const t = useT('draw');
  const f = useFormat();
  const span = useSpan();
  const { to } = expectedSeconds(mostTypes(draw.quotas, draw.people), draw.people);
  return (
    <section className="l-stack" aria-labelledby="listo">
      <h2 id="listo">{t('draw.ready.title')}</h2>
      <Facts
        items={[
          { term: t('draw.fact.people'), value: f.number(draw.people) },
          { term: t('draw.fact.places'), value: f.number(draw.size) },
        ]}
      />
      <p>
        <strong>{t('draw.ready.time', { to: span(to) })}</strong>
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

/** While it is calculated, or where it was stopped. How far it is would say what people answered. */
export function Calculation({ draw }: { draw: Draw }) {
  const t = useT('draw');
  const runs = draw.state === 'calculando';
  return (
    <section className="panel l-stack" aria-labelledby="calculo">
      <h2 id="calculo">{t(runs ? 'draw.running.title' : 'draw.stopped.title')}</h2>
      {draw.failed && <Notice kind="bad">{t('draw.stopped.failed')}</Notice>}
      {runs && <p role="status">{t('draw.running.begun')}</p>}
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

/** The lottery is proven: its hash, and the commitment. Its figures are public with that, and not before. */
export function ProvenLottery({ draw, form }: { draw: Draw; form: FormState | null }) {
  const t = useT('draw');
  return (
    <section className="l-stack" aria-labelledby="demostrada">
      <h2 id="demostrada">{t('draw.proven.title')}</h2>
      <Facts
        items={[
          { term: t('draw.fact.method'), value: t('draw.fact.leximin') },
          {
            term: t('draw.fact.hash'),
            value: <code className="u-break">{draw.lotterySha256}</code>,
          },
        ]}
      />
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
