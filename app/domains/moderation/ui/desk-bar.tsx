import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ClockBadge } from '#app/ui/clock-badge.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { queueViews, type QueueCounts } from '#app/domains/moderation/types.ts';
import { placeQuery, type DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';

export type DeskFacts = {
  counts: QueueCounts;
  reports: number;
  comments: number;
  appeals: number;
  late: number;
  today: number;
  commitments: { slug: string; number: number; title: string }[];
};

/** The top of every page of the desk: what waits, what is late, of which commitments. */
export function DeskBar({
  desk,
  everything,
  reads,
}: {
  desk: DeskFacts;
  everything: boolean;
  reads: boolean;
}) {
  const t = useT('moderation');
  return (
    <div className="deskbar">
      <div className="l-wrap l-wrap--full deskbar__in">
        <h1>{t('desk.title')}</h1>
        <p>
          <strong>{t('desk.waiting', { count: desk.counts.nuevas + desk.counts.editadas })}</strong>
        </p>
        {desk.late > 0 && (
          <p>
            <ClockBadge due="late">{t('desk.late', { count: desk.late })}</ClockBadge>
          </p>
        )}
        {desk.today > 0 && (
          <p>
            <ClockBadge due="today">{t('desk.today', { count: desk.today })}</ClockBadge>
          </p>
        )}
        <p className="u-mute">
          {reads ? t('desk.reader') : <Scope desk={desk} everything={everything} />}
        </p>
        <ButtonLink
          className="deskbar__end"
          size="small"
          icon="help"
          href="/transparencia/moderacion"
        >
          {t('desk.criteria')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Scope({ desk, everything }: { desk: DeskFacts; everything: boolean }) {
  const t = useT('moderation');
  if (everything) return t('desk.scope.all');
  return t('desk.scope', {
    count: desk.commitments.length,
    numbers: desk.commitments.map((commitment) => commitment.number).join(', '),
  });
}

/** The parts of the desk, with how much waits in each. */
export function DeskTabs({
  desk,
  place,
  current,
}: {
  desk: DeskFacts;
  place: DeskPlace;
  current: 'queue' | 'comments' | 'reports' | 'appeals';
}) {
  const t = useT('moderation');
  const views = queueViews.map((view) => ({
    href: `/moderacion${placeQuery({ ...place, view })}`,
    label: t(`tabs.${view}`),
    count: desk.counts[view],
    current: current === 'queue' && view === place.view,
  }));
  return (
    <Tabs
      label={t('tabs.label')}
      items={[
        ...views,
        {
          href: '/moderacion/comentarios',
          label: t('tabs.comments'),
          count: desk.comments,
          current: current === 'comments',
        },
        {
          href: '/moderacion/avisos',
          label: t('tabs.reports'),
          count: desk.reports,
          current: current === 'reports',
        },
        {
          href: '/moderacion/apelaciones',
          label: t('tabs.appeals'),
          count: desk.appeals,
          current: current === 'appeals',
        },
      ]}
    />
  );
}
