import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { getPublicDraw } from '#app/domains/draw/get-draw.server.ts';
import {
  LotteryFacts,
  QuotaTable,
  YieldedQuotas,
  ShareList,
  SourceFacts,
} from '#app/domains/draw/ui/draw-facts.tsx';
import { DrawFiles, DrawResult, HowItWorks } from '#app/domains/draw/ui/draw-page.tsx';
import { DrawTrust } from '#app/domains/draw/ui/draw-trust.tsx';
import { isPublished } from '#app/domains/draw/rules.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { MeetingHead } from '#app/domains/meetings/ui/meeting-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const [{ meeting, draw }, choices] = await Promise.all([
    getPublicDraw(visit.db, visit.actor, params['id']),
    recallGoalValues(visit.db, visit.locale),
  ]);
  // To the minute, so that a page rendered from the same data is the same page.
  return {
    title: `${visit.t('draw')('draw.page.title')} · ${meeting.title}`,
    meeting,
    draw,
    choices,
    now: new Date(Math.floor(now().getTime() / 60_000) * 60_000),
  };
});

/** Which of its pages a draw shows: drawn, not needed, committed to, awaiting shares, or to come. */
function stepOf(draw: Draw | null, isAllotted: boolean, now: Date) {
  if (draw?.state === 'sorteada') return 'held';
  if (isAllotted) return 'no_need';
  if (!draw) return 'soon';
  return isPublished(draw, now) ? 'committed' : 'gathering';
}

/**
 * The draw of a meeting in public: its rules at any time, the commitment before the randomness, the
 * result.
 */
export default function DrawPage() {
  const { meeting, draw, choices, now } = useLoaderData<typeof loader>();
  const t = useT('draw');
  const f = useFormat();
  const step = stepOf(draw, Boolean(meeting.allottedAt), now);
  const date = f.date(draw?.sourceAt ?? meeting.ownClosesAt, 'moment');
  return (
    <div className="l-wrap">
      <MeetingHead
        meeting={meeting}
        now={now}
        title={t(`draw.page.heading.${step}`)}
        crumbs={[{ href: `/talleres/${meeting.id}`, label: meeting.title }]}
        current={t('draw.page.title')}
      >
        <p className="u-lead">
          {meeting.state === 'cancelado'
            ? t('draw.page.lead.cancelled')
            : t(`draw.page.lead.${step}`, { date })}
        </p>
      </MeetingHead>
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          {draw?.state === 'sorteada' && <DrawResult draw={draw} />}
          {draw && (
            <section className="l-stack" aria-labelledby="fijo">
              <h2 id="fijo">{t('draw.facts.title')}</h2>
              <SourceFacts draw={draw} />
              <LotteryFacts draw={draw} />
              <QuotaTable quotas={draw.quotas} choices={choices} />
              <YieldedQuotas draw={draw} choices={choices} />
            </section>
          )}
          {draw?.sharesUntil && (
            <section className="l-stack" aria-labelledby="secretos">
              <h2 id="secretos">{t('draw.shares.title')}</h2>
              <ShareList draw={draw} now={now} />
            </section>
          )}
          {draw && <DrawTrust draw={draw} now={now} />}
          <HowItWorks />
        </div>
        <div>{draw && <DrawFiles draw={draw} now={now} />}</div>
      </div>
    </div>
  );
}
