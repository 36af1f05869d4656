import { useLoaderData } from '@remix-run/react';
import { config } from '#app/platform/config/config.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { drawQr } from '#app/platform/qr/draw-qr.server.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { whenOf, whereOf } from '#app/domains/meetings/share-text.ts';
import { AccessList } from '#app/domains/meetings/ui/access-list.tsx';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { QrCode } from '#app/ui/qr-code.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { db, locale } = visit;
  const [meeting, options] = await Promise.all([
    getMeeting(db, visit.actor, params['id']),
    recallOptions(db, locale),
  ]);
  const link = `${config().baseUrl}/t/${meeting.number}`;
  const {
    id,
    title: name,
    purpose,
    lang,
    kind,
    state,
    startsAt,
    endsAt,
    venue,
    address,
    locality,
    modality,
    directions,
  } = meeting;
  return {
    title: `${visit.t('meetings')('poster.title')} · ${name}`,
    id,
    link,
    qr: drawQr(link),
    access: options.accesibilidad
      .filter((item) => meeting.access.includes(item.code))
      .map(({ code, label }) => ({ code, label })),
    accessNote: meeting.accessNote,
    meeting: {
      title: name,
      purpose,
      lang,
      kind,
      state,
      startsAt,
      endsAt,
      venue,
      address,
      locality,
      modality,
      directions,
    },
  };
});

/**
 * The poster: one sheet of A4 or Letter that says what, for what, when and where from afar, and carries the
 * short address in words and as a QR code.
 */
export default function Poster() {
  const { id, link, qr, access, accessNote, meeting } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  const locale = useLocale();
  const { day, hours } = whenOf(meeting, locale);
  return (
    <div className="l-wrap">
      <Breadcrumbs
        items={[
          { href: '/talleres', label: t('list.title') },
          { href: `/talleres/${id}`, label: meeting.title },
          { href: `/talleres/${id}/difundir`, label: t('share.title') },
        ]}
        current={t('poster.title')}
      />
      {meeting.state === 'cancelado' ? (
        <>
          <h1>{t('poster.title')}</h1>
          <Notice kind="bad" title={t('share.cancelled')} />
        </>
      ) : (
        <div className="l-stack l-gap">
          <p className="u-screen">{t('poster.print')}</p>
          <article className="sheet poster">
            <p className="poster__kind">{t(`kind.${meeting.kind}`)}</p>
            <h1 lang={meeting.lang}>{meeting.title}</h1>
            <p className="poster__purpose" lang={meeting.lang}>
              {meeting.purpose}
            </p>
            <p className="poster__when">
              <b>{day}</b> <span>{hours}</span>
            </p>
            <p className="poster__where">{whereOf(meeting, t)}</p>
            {meeting.directions && <p className="poster__note">{meeting.directions}</p>}
            {access.length > 0 && (
              <>
                <h2>{t('poster.access')}</h2>
                <AccessList items={access} />
              </>
            )}
            {accessNote && <p className="poster__note">{accessNote}</p>}
            <div className="poster__end">
              <QrCode drawing={qr} label={t('poster.qr')} />
              <div>
                <p className="poster__free">
                  {t(meeting.kind === 'feria' ? 'poster.fair' : 'poster.register')}
                </p>
                <p className="poster__link u-break">{link.replace(/^https?:\/\//, '')}</p>
              </div>
            </div>
          </article>
        </div>
      )}
    </div>
  );
}
