import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { phaseOf } from '#app/domains/plan/rules.ts';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const phase = phaseOf(await getPhases(visit.db, visit.locale), 'talleres');
  return { title: visit.t('workshops')('list.title'), phase: phase ?? null, now: now() };
});

const topics = ['who', 'support', 'place', 'after'] as const;

export default function Workshops() {
  const { phase, now } = useLoaderData<typeof loader>();
  const t = useT('workshops');
  return (
    <div className="l-wrap">
      <PageHead title={t('list.heading')} current={t('list.title')} lead={t('list.lead')} action={<ButtonLink icon="calendar" href="/talleres.ics">{t('list.calendar')}</ButtonLink>} />
      <div className="l-stack l-stack--wide">
        <EmptyState title={t('list.none.title')} text={t('list.none.text')} action={<ButtonLink kind="go" href="/ideas">{t('list.none.action')}</ButtonLink>} />
        {phase && <section className="l-stack" aria-labelledby="fase"><h2 id="fase">{t('list.phase')}</h2><PhaseList phases={[phase]} now={now} /></section>}
        <TextSections items={topics.map((key) => ({ key, title: t(`list.${key}.title`), text: t(`list.${key}.text`) }))} />
      </div>
    </div>
  );
}
