import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { phaseOf } from '#app/domains/plan/rules.ts';
import {
  recallCommitments,
  recallLocalities,
  recallMap,
} from '#app/domains/plan/recall-plan.server.ts';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import {
  countByLocality,
  listMeetings,
  listMonth,
} from '#app/domains/meetings/list-meetings.server.ts';
import { ListFilters, meetingViews } from '#app/domains/meetings/schema.ts';
import { addressOfList } from '#app/domains/meetings/ui/list-address.ts';
import { MeetingFilters } from '#app/domains/meetings/ui/meeting-filters.tsx';
import { MeetingsView } from '#app/domains/meetings/ui/meetings-view.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const filters = ListFilters.parse(Object.fromEntries(url.searchParams));
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const [phases, commitments, localities, options, coming, past, calendar, places, map] =
    await Promise.all([
      getPhases(db, locale),
      recallCommitments(db, locale),
      recallLocalities(db),
      recallOptions(db, locale),
      listMeetings(db, filters, {
        order: 'coming',
        limit: 20,
        cursor: filters.view === 'lista' ? cursor : undefined,
      }),
      filters.view === 'pasados'
        ? listMeetings(db, filters, { order: 'past', limit: 20, cursor })
        : { items: [], next: null },
      filters.view === 'calendario' ? listMonth(db, filters.month, filters) : null,
      filters.view === 'mapa' ? countByLocality(db) : [],
      filters.view === 'mapa' ? recallMap(db) : null,
    ]);
  return {
    title: visit.t('meetings')('list.title'),
    now: now(),
    phase: phaseOf(phases, 'talleres') ?? null,
    filters,
    coming,
    past,
    calendar,
    places,
    map,
    first: cursor === undefined,
    commitments: commitments.map((item) => ({
      value: item.slug,
      label: `${item.number}. ${item.shortTitle}`,
    })),
    localities: localities.map((item) => ({ value: item.code, label: item.name })),
    access: options.accesibilidad.map((option) => ({ value: option.code, label: option.label })),
  };
});

const topics = ['who', 'need', 'place', 'after'] as const;

export default function Workshops() {
  const loaded = useLoaderData<typeof loader>();
  const { phase, now, filters, coming, first, commitments, localities, access } = loaded;
  const t = useT('meetings');
  const isAll = coming.items.length > 0 && !coming.next && first;
  return (
    <div className="l-wrap">
      <PageHead
        title={isAll ? t('list.coming', { count: coming.items.length }) : t('list.heading')}
        current={t('list.title')}
        lead={t('list.lead')}
        action={
          <ButtonLink icon="calendar" href="/talleres.ics">
            {t('list.calendar')}
          </ButtonLink>
        }
      />
      <div className="l-stack l-stack--wide">
        <div>
          <MeetingFilters
            filters={filters}
            commitments={commitments}
            localities={localities}
            access={access}
          />
          <Tabs
            label={t('list.view')}
            items={meetingViews
              .filter((view) => view !== 'mapa' || localities.length > 0)
              .map((view) => ({
                href: addressOfList({ ...filters, view, month: undefined }),
                label: t(`list.view.${view}`),
                current: filters.view === view,
              }))}
          />
        </div>
        <MeetingsView {...loaded} />
        {phase && (
          <section className="l-stack" aria-labelledby="fase">
            <h2 id="fase">{t('list.phase')}</h2>
            <PhaseList phases={[phase]} now={now} />
          </section>
        )}
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`list.${key}.title`),
            text: t(`list.${key}.text`),
          }))}
        />
      </div>
    </div>
  );
}
