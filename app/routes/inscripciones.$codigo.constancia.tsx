import { useLoaderData } from '@remix-run/react';
import { readCookie } from '#app/platform/http/cookies.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { getCertificate } from '#app/domains/minutes/get-certificate.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Logo } from '#app/ui/logo.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, request }) => {
  const found = await getCertificate(
    visit.db,
    params['codigo'],
    readCookie(request.headers.get('cookie'), 'inscripcion'),
  );
  const { meeting, ...certificate } = found;
  return {
    title: visit.t('minutes')('certificate.title'),
    ...certificate,
    address: `${visit.url.host}/inscripciones/${found.code}/constancia`,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      lang: meeting.lang,
      startsAt: meeting.startsAt,
      place: [meeting.venue, meeting.locality?.name].filter(Boolean).join(', '),
      hasMinutes: meeting.state === 'con_acta',
    },
  };
});

/** The sheet itself, as it is printed. */
function CertificateSheet() {
  const { name, hours, address, meeting } = useLoaderData<typeof loader>();
  const t = useT('minutes');
  const f = useFormat();
  return (
    <article className="sheet certificate l-stack l-stack--wide l-gap" aria-labelledby="constancia">
      <Logo />
      <h2 id="constancia">{t('certificate.title')}</h2>
      <p>{t('certificate.says')}</p>
      {name ? (
        <p className="certificate__name">{name}</p>
      ) : (
        <p className="certificate__name u-mute">{t('certificate.holder')}</p>
      )}
      <p>
        {t('certificate.took_part')} <strong lang={meeting.lang}>{meeting.title}</strong>
      </p>
      <Facts
        items={[
          { key: 'when', term: t('certificate.when'), value: f.date(meeting.startsAt) },
          ...(meeting.place
            ? [{ key: 'where', term: t('certificate.where'), value: meeting.place }]
            : []),
          {
            key: 'hours',
            term: t('certificate.hours'),
            value: t('certificate.hours.value', { count: hours }),
          },
        ]}
      />
      <p className="u-small u-mute u-break">{t('certificate.verify', { address })}</p>
    </article>
  );
}

export default function Certificate() {
  const { code, opened, name, meeting } = useLoaderData<typeof loader>();
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  return (
    <div className="l-wrap">
      <div className="u-screen">
        <PageHead
          crumbs={[
            { href: '/talleres', label: ofMeetings('list.title') },
            { href: `/inscripciones/${code}`, label: t('certificate.crumb') },
          ]}
          current={t('certificate.title')}
          title={t('certificate.heading')}
          lead={t('certificate.lead')}
        />
        {!opened && (
          <div className="l-end">
            <Notice title={t('certificate.closed')}>
              {t('certificate.closed.text')}{' '}
              <a href={`/inscripciones/${code}`}>{t('certificate.closed.link')}</a>
            </Notice>
          </div>
        )}
        {opened && name === '' && (
          <div className="l-end">
            <Notice>{t('certificate.purged')}</Notice>
          </div>
        )}
      </div>
      <CertificateSheet />
      {meeting.hasMinutes && (
        <p className="l-end u-screen">
          <ButtonLink icon="document" href={`/talleres/${meeting.id}/acta`}>
            {t('certificate.minutes')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
