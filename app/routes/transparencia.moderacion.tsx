import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { listReasons } from '#app/domains/moderation/list-reasons.server.ts';
import {
  AppealsAndReports,
  DecidedSoFar,
  Rules,
  WaitingNow,
} from '#app/domains/moderation/ui/public-figures.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const at = now();
  const [figures, reasons] = await Promise.all([
    getModerationFigures(visit.db, at, visit.locale),
    listReasons(visit.db, visit.locale, at),
  ]);
  return { title: visit.t('transparency')('moderation.title'), now: at, figures, reasons };
});

export default function ModerationInPublic() {
  const { now, figures, reasons } = useLoaderData<typeof loader>();
  const t = useT('transparency');
  return (
    <div className="l-wrap">
      <PageHead
        title={
          figures.overdue > 0
            ? t('moderation.heading.late', { count: figures.overdue })
            : t('moderation.heading.fine')
        }
        crumbs={[{ href: '/transparencia', label: t('page.title') }]}
        current={t('moderation.title')}
        lead={t('moderation.lead', { count: figures.decided })}
      />
      <div className="l-stack l-stack--wide">
        {figures.overdue > 0 && (
          <Notice kind="bad" title={t('moderation.late.title', { count: figures.overdue })}>
            {t('moderation.late.text')}
          </Notice>
        )}
        <WaitingNow figures={figures} now={now} />
        <DecidedSoFar figures={figures} />
        <AppealsAndReports figures={figures} />
        <Rules reasons={reasons} />
      </div>
    </div>
  );
}
