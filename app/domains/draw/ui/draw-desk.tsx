import { useEffect } from 'react';
import { useRevalidator } from '@remix-run/react';
import { drawLimits, expectedSeconds } from '#app/domains/draw/rules.ts';
import type { Draw } from '#app/domains/draw/types.ts';
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
import { RadioGroup } from '#app/ui/choices.tsx';
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
  const { changes, total } = draw.relaxation!;
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

/** Where the randomness will come from: said, with the lottery's hash, before it exists. */
export function CommitFields({ form }: { form: FormState | null }) {
  const t = useT('draw');
  const field = (name: string) => ({ name, value: form?.value(name), error: form?.errors(name) });
  return (
    <form method="post" noValidate className="l-form">
      <RadioGroup
        name="origen"
        legend={t('draw.commit.origin')}
        value={form?.value('origen') || 'fuente'}
        error={form?.errors('origen')}
        options={(['fuente', 'circulo'] as const).map((value) => ({
          value,
          label: t(`draw.commit.${value}`),
          hint: t(`draw.commit.${value}.hint`),
        }))}
      />
      <TextField
        {...field('fuente')}
        rows={2}
        label={t('draw.commit.source')}
        hint={t('draw.commit.source.hint')}
        maxLength={drawLimits.source}
      />
      <TextField
        {...field('momento')}
        type="datetime-local"
        label={t('draw.commit.at')}
        hint={t('draw.commit.at.hint')}
      />
      <TextField
        {...field('hasta')}
        optional
        type="datetime-local"
        label={t('draw.commit.until')}
        hint={t('draw.commit.until.hint')}
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="comprometer">
          {t('draw.commit')}
        </Button>
      </p>
    </form>
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

/** After the commitment: when the randomness comes, and then the draw. */
export function CommittedLottery({
  draw,
  now,
  form,
  holds,
  isLost,
}: {
  draw: Draw;
  now: Date;
  form: FormState | null;
  holds: boolean;
  isLost: boolean;
}) {
  const t = useT('draw');
  const f = useFormat();
  return (
    <section className="l-stack" aria-labelledby="publicada">
      <h2 id="publicada">{t('draw.committed.title')}</h2>
      <SourceFacts draw={draw} />
      {draw.sourceKind === 'circulo' && <ShareList draw={draw} now={now} />}
      {now < draw.sourceAt! && (
        <Notice kind="sun">
          {t('draw.committed.wait', { date: f.date(draw.sourceAt!, 'moment') })}
        </Notice>
      )}
      {now >= draw.sourceAt! && !holds && !isLost && draw.sourceUntil && (
        <Notice kind="sun">
          {t('draw.committed.missing', { date: f.date(draw.sourceUntil, 'moment') })}
        </Notice>
      )}
      {isLost && (
        <>
          <Notice kind="bad">{t('draw.committed.lost')}</Notice>
          <CommitFields form={form} />
        </>
      )}
      {holds && (
        <form method="post" noValidate className="l-form">
          <h3>{t('draw.hold.title')}</h3>
          {draw.sourceKind === 'fuente' ? (
            <TextField
              name="resultado"
              rows={2}
              label={t('draw.hold.result')}
              hint={t('draw.hold.result.hint')}
              value={form?.value('resultado')}
              error={form?.errors('resultado')}
              maxLength={drawLimits.text}
            />
          ) : (
            <p>{t('draw.hold.secrets')}</p>
          )}
          <p className="l-end">
            <Button kind="go" name="accion" value="sortear">
              {t('draw.hold')}
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
