import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { mayRegister } from '#app/domains/registration/rules.ts';
import { PaperForm } from '#app/domains/registration/ui/paper-form.tsx';
import { PaperKey } from '#app/domains/registration/ui/paper-key.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, url }) => {
  const meeting = await getMeeting(visit.db, visit.actor, params['id']);
  authorize(mayRegister(meeting, now(), 'papel'));
  const [options, localities] = await Promise.all([
    recallOptions(visit.db, visit.locale),
    listLocalities(visit.db),
  ]);
  return {
    title: `${visit.t('roster')('paper.title')} · ${meeting.title}`,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      venue: meeting.venue,
      address: meeting.address,
      lang: meeting.lang,
      allocation: meeting.allocation,
      ownClosesAt: meeting.ownClosesAt,
    },
    options,
    localities: localities.map(({ code, name }) => ({ code, name })),
    policyVersion: currentPolicy.version,
    large: url.searchParams.get('letra') === 'grande',
  };
});

/** The paper form of a meeting, to print and fill in by hand. */
export default function PaperFormPage() {
  const { meeting, options, localities, policyVersion, large } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofMeetings = useT('meetings');
  return (
    <div className="l-wrap">
      <div className="u-screen">
        <PageHead
          title={t('paper.title')}
          crumbs={[
            { href: '/talleres', label: ofMeetings('list.title') },
            { href: `/talleres/${meeting.id}`, label: meeting.title },
          ]}
          current={t('paper.title')}
          lead={t('paper.lead')}
        />
        <p className="l-end">
          <a
            className="more"
            href={
              large
                ? `/talleres/${meeting.id}/formulario`
                : `/talleres/${meeting.id}/formulario?letra=grande`
            }
          >
            {large ? t('paper.small') : t('paper.large')}
          </a>
        </p>
      </div>
      <div className="l-stack l-stack--wide">
        <PaperForm
          meeting={meeting}
          options={options}
          hasLocalities={localities.length > 0}
          policyVersion={policyVersion}
          large={large}
        />
        <PaperKey options={options} localities={localities} />
      </div>
    </div>
  );
}
