import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { printRoster } from '#app/domains/registration/print-roster.server.ts';
import { RosterOwn, RosterSign } from '#app/domains/registration/ui/roster-sheets.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { meeting, people } = await printRoster(
    visit.requireRole('facilitacion', 'coordinacion'),
    params['id'],
  );
  const { apoyo } = await recallOptions(visit.db, visit.locale);
  return {
    title: `${visit.t('roster')('paper.roster.title')} · ${meeting.title}`,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      venue: meeting.venue,
      lang: meeting.lang,
    },
    people,
    needs: Object.fromEntries(apoyo.map(({ code, label }) => [code, label])),
  };
});

/**
 * The list of people on paper: a sheet that goes from hand to hand to be signed, and one that stays
 * with who facilitates.
 */
export default function RosterPage() {
  const { meeting, people, needs } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofSite = useT('common');
  const f = useFormat();
  const holding = people.filter((person) => person.state !== 'en_espera');
  return (
    <div className="l-wrap">
      <div className="u-screen">
        <PageHead
          title={t('paper.roster.heading', { count: holding.length })}
          crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
          current={t('paper.roster.title')}
          lead={t('paper.roster.lead')}
        />
      </div>
      <div className="l-stack l-stack--wide">
        <RosterSign
          title={meeting.title}
          lang={meeting.lang}
          when={f.date(meeting.startsAt, 'moment')}
          venue={meeting.venue}
          people={holding}
        />
        <RosterOwn people={people} needs={needs} />
      </div>
    </div>
  );
}
