import type { ReactNode } from 'react';
import type { IdeaStep } from '#app/domains/ideas/types.ts';
import type { PlanView } from '#app/domains/plan/types.ts';
import { CommitmentCards } from '#app/domains/plan/ui/commitment-cards.tsx';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import { PlanEmpty } from '#app/domains/plan/ui/plan-empty.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { HeroPicture } from '#app/ui/hero-picture.tsx';
import { CountRoad } from '#app/domains/monitoring/ui/count-road.tsx';

/** The promise, and the two things to do first: write and read. */
export function HomeHero({
  welcome,
  takesIdeas,
  published,
}: {
  /** The city's own words, if it has any. */
  welcome: string | null;
  takesIdeas: boolean;
  published: number;
}) {
  const t = useT('pages');
  return (
    <section className="hero">
      <div className="l-wrap hero__in">
        <div>
          <h1>{t('home.promise')}</h1>
          <p className="u-lead">{welcome ?? t('home.lead')}</p>
          <div className="l-row">
            {takesIdeas && (
              <ButtonLink kind="go" size="big" icon="pencil" href="/ideas/nueva">
                {t('home.write')}
              </ButtonLink>
            )}
            {published > 0 && (
              <ButtonLink kind={takesIdeas ? 'quiet' : 'go'} href="/ideas">
                {t('home.read', { count: published })}
              </ButtonLink>
            )}
          </div>
          {published === 0 && <p>{t(takesIdeas ? 'home.read.first' : 'home.read.later')}</p>}
        </div>
        <HeroPicture />
      </div>
    </section>
  );
}

/** One band of the first page across its whole width: what it is about, then what it shows. */
function Band({
  sunk,
  id,
  titleId,
  title,
  lead,
  children,
}: {
  sunk?: boolean;
  id?: string;
  titleId: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section className={sunk ? 'l-band l-band--sunk' : 'l-band'} id={id} aria-labelledby={titleId}>
      <div className="l-wrap l-stack l-stack--wide">
        <div className="l-stack">
          <h2 id={titleId}>{title}</h2>
          <p>{lead}</p>
        </div>
        {children}
      </div>
    </section>
  );
}

/** The road and how far ideas have come on it. */
export function RoadBand({ steps, now }: { steps: Record<IdeaStep, number>; now: Date }) {
  const t = useT('pages');
  const f = useFormat();
  return (
    <Band sunk titleId="camino" title={t('home.road.title')} lead={t('home.road.lead')}>
      <CountRoad counts={steps} />
      <p className="u-small u-mute">
        {t('home.road.cut', { date: f.date(now) })}{' '}
        <a className="u-nowrap" href="/datos-abiertos">
          {t('home.road.data')}
        </a>
      </p>
    </Band>
  );
}

/** The commitments of the active plan, with how many ideas each has. */
export function CommitmentsBand({
  commitments,
  ideas,
}: {
  commitments: PlanView['commitments'];
  ideas: Map<string, number>;
}) {
  const t = useT('pages');
  return (
    <Band
      titleId="compromisos"
      title={t('home.commitments.title', { count: commitments.length })}
      lead={t('home.commitments.lead')}
    >
      <CommitmentCards items={commitments} ideas={ideas} />
    </Band>
  );
}

/** The phases of the active plan, and those of plans that are over. */
export function PhasesBand({
  plan,
  archived,
  now,
}: {
  plan: PlanView | null;
  archived: PlanView[];
  now: Date;
}) {
  const t = useT('pages');
  return (
    <Band
      sunk
      id="fases"
      titleId="fases-t"
      title={t('home.phases.title')}
      lead={plan ? plan.summary : t('home.phases.none')}
    >
      {plan ? <PhaseList phases={plan.phases} now={now} /> : <PlanEmpty />}
      {archived.map((past) => (
        <Fold key={past.id} summary={t('home.phases.past', { plan: past.title })}>
          <div className="l-stack l-end">
            <p>{past.summary}</p>
            <PhaseList phases={past.phases} now={now} />
          </div>
        </Fold>
      ))}
    </Band>
  );
}
