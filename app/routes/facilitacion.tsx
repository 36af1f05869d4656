import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { phaseOf } from '#app/domains/plan/rules.ts';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const phase = phaseOf(await getPhases(visit.db, visit.locale), 'talleres');
  const meetings = actor.grants.filter((grant) => grant.role === 'facilitacion').length;
  return { title: visit.t('workshops')('desk.title'), name: actor.name, phase: phase ?? null, meetings, now: now() };
});

const topics = ['sees', 'before', 'day', 'minutes'] as const;

export default function FacilitationDesk() {
  const { name, phase, meetings, now } = useLoaderData<typeof loader>();
  const t = useT('workshops');
  return (
    <div className="l-wrap">
      <PageHead title={t('desk.heading', { name })} current={t('desk.title')} lead={t('desk.lead', { count: meetings })} />
      <div className="l-stack l-stack--wide">
        <EmptyState title={t('desk.none.title')} text={t('desk.none.text')} />
        {phase && <section className="l-stack" aria-labelledby="fase"><h2 id="fase">{t('list.phase')}</h2><PhaseList phases={[phase]} now={now} /></section>}
        <TextSections items={topics.map((key) => ({ key, title: t(`desk.${key}.title`), text: t(`desk.${key}.text`) }))} />
      </div>
    </div>
  );
}
