import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { civilDay, datePart } from '#app/platform/i18n/format.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { phaseOf } from '#app/domains/plan/rules.ts';
import { recallCommitments, recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { LocalityMap, ShadeKey } from '#app/domains/plan/ui/locality-map.tsx';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import {
  countByLocality,
  listMeetings,
  listMonth,
} from '#app/domains/meetings/list-meetings.server.ts';
import { monthAfter } from '#app/domains/meetings/rules.ts';
import { MeetingFilters } from '#app/domains/meetings/schema.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { MeetingCard } from '#app/domains/meetings/ui/meeting-card.tsx';
import { MeetingFilters as Filters } from '#app/domains/meetings/ui/meeting-filters.tsx';
import { MeetingMonth } from '#app/domains/meetings/ui/meeting-month.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const filters = MeetingFilters.parse(Object.fromEntries(url.searchParams));
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const month = filters.mes ?? civilDay(now()).slice(0, 7);
  const [phases, commitments, localities, options, coming, past, inMonth, places] =
    await Promise.all([
      getPhases(db, locale),
      recallCommitments(db, locale),
      recallLocalities(db),
      recallOptions(db, locale),
      listMeetings(db, filters, {
        order: 'coming',
        limit: 20,
        cursor: filters.vista === 'lista' ? cursor : undefined,
      }),
      filters.vista === 'pasados'
        ? listMeetings(db, filters, { order: 'past', limit: 20, cursor })
        : { items: [] as Meeting[], next: null },
      filters.vista === 'calendario' ? listMonth(db, month, filters) : ([] as Meeting[]),
      filters.vista === 'mapa' ? countByLocality(db) : [],
    ]);
  return {
    title: visit.t('meetings')('list.title'),
    now: now(),
    phase: phaseOf(phases, 'talleres') ?? null,
    filters,
    month,
    coming,
    past,
    inMonth,
    places,
    first: cursor === undefined,
    commitments: commitments.map((item) => ({
      value: item.slug,
      label: `${item.number}. ${item.shortTitle}`,
    })),
    localities: localities.map((item) => ({ value: item.code, label: item.name })),
    access: options.accesibilidad.map((option) => ({ value: option.code, label: option.label })),
  };
});

type Filtered = ReturnType<typeof MeetingFilters.parse>;

/** The list's address with some filters changed; empty ones are left out. */
function hrefOf(
  filters: Filtered,
  change: Partial<Record<keyof Filtered | 'cursor', string | undefined>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...change }))
    if (value && !(name === 'vista' && value === 'lista')) params.set(name, value);
  const query = params.toString();
  return query ? `/talleres?${query}` : '/talleres';
}

const topics = ['who', 'need', 'place', 'after'] as const;
const views = ['lista', 'calendario', 'mapa', 'pasados'] as const;

function MeetingList({ items, now }: { items: Meeting[]; now: Date }) {
  return (
    <ul className="meets">
      {items.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} now={now} />
      ))}
    </ul>
  );
}

function Month() {
  const { filters, month, inMonth, now } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  const locale = useLocale();
  return (
    <section className="l-stack" aria-labelledby="mes">
      <div className="l-row">
        <h2 id="mes">{datePart(new Date(`${month}-15T12:00:00-05:00`), locale, 'monthYear')}</h2>
        <ButtonLink size="small" icon="back" href={hrefOf(filters, { mes: monthAfter(month, -1) })}>
          {t('list.month.previous')}
        </ButtonLink>
        <ButtonLink size="small" icon="arrow" href={hrefOf(filters, { mes: monthAfter(month, 1) })}>
          {t('list.month.next')}
        </ButtonLink>
      </div>
      <MeetingMonth month={month} meetings={inMonth} now={now} />
      {inMonth.length === 0 && <p>{t('list.month.none')}</p>}
    </section>
  );
}

function PlaceMap() {
  const { places, localities, filters } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  const countOf = (code: string) =>
    places.find((place) => place.code === code) ?? { coming: 0, past: 0 };
  const shade = (code: string) => {
    const { coming, past } = countOf(code);
    return coming + past === 0 ? 'none' : coming + past === 1 ? 'some' : 'many';
  };
  return (
    <section className="l-split" aria-label={t('list.map.title')}>
      <LocalityMap
        title={t('list.map.title')}
        description={t('list.map.description', { count: places.length })}
        shade={shade}
        note={
          <>
            <ul className="key">
              {(['none', 'some', 'many'] as const).map((key) => (
                <li key={key}>
                  <ShadeKey shade={key} />
                  {t(`list.map.${key}`)}
                </li>
              ))}
            </ul>
            <p className="u-mute">{t('list.map.source')}</p>
          </>
        }
      />
      <DataTable
        caption={t('list.map.title')}
        columns={[
          { key: 'name', label: t('list.map.locality') },
          { key: 'coming', label: t('list.map.coming'), numeric: true },
          { key: 'past', label: t('list.map.past'), numeric: true },
        ]}
        rows={localities.map((locality) => ({
          id: locality.value,
          name: (
            <a href={hrefOf(filters, { vista: 'lista', localidad: locality.value })}>
              {locality.label}
            </a>
          ),
          ...countOf(locality.value),
        }))}
      />
    </section>
  );
}

export default function Workshops() {
  const { phase, now, filters, coming, past, first, commitments, localities, access } =
    useLoaderData<typeof loader>();
  const t = useT('meetings');
  const isFiltered = Boolean(filters.compromiso ?? filters.localidad ?? filters.accesibilidad);
  const none = isFiltered ? (
    <EmptyState
      level="h3"
      title={t('list.filtered.title')}
      text={t('list.filtered.text')}
      action={<ButtonLink href="/talleres">{t('list.filter.clear')}</ButtonLink>}
    />
  ) : (
    <EmptyState
      level="h3"
      title={t('list.none.title')}
      text={t('list.none.text')}
      action={
        <ButtonLink kind="go" href="/ideas">
          {t('list.none.action')}
        </ButtonLink>
      }
    />
  );
  return (
    <div className="l-wrap">
      <PageHead
        title={
          coming.items.length > 0 && !coming.next && first
            ? t('list.coming', { count: coming.items.length })
            : t('list.heading')
        }
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
          <Filters
            vista={filters.vista}
            mes={filters.mes ?? ''}
            compromiso={filters.compromiso ?? ''}
            localidad={filters.localidad ?? ''}
            accesibilidad={filters.accesibilidad ?? ''}
            commitments={commitments}
            localities={localities}
            access={access}
          />
          <Tabs
            label={t('list.view')}
            items={views.map((vista) => ({
              href: hrefOf(filters, { vista, mes: undefined }),
              label: t(`list.view.${vista}`),
              current: filters.vista === vista,
            }))}
          />
        </div>
        {filters.vista === 'lista' && (
          <section aria-labelledby="vienen">
            <h2 id="vienen" className="u-sr">
              {t('list.view.lista')}
            </h2>
            {coming.items.length > 0 ? <MeetingList items={coming.items} now={now} /> : none}
            <Pager
              next={coming.next ? hrefOf(filters, { cursor: coming.next }) : null}
              previous={first ? null : hrefOf(filters, {})}
            />
          </section>
        )}
        {filters.vista === 'calendario' && <Month />}
        {filters.vista === 'mapa' && <PlaceMap />}
        {filters.vista === 'pasados' && (
          <section aria-labelledby="pasados">
            <h2 id="pasados">{t('list.past.title')}</h2>
            {past.items.length > 0 ? (
              <MeetingList items={past.items} now={now} />
            ) : (
              <p>{t('list.past.none')}</p>
            )}
            <Pager
              next={past.next ? hrefOf(filters, { cursor: past.next }) : null}
              previous={first ? null : hrefOf(filters, {})}
            />
          </section>
        )}
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
