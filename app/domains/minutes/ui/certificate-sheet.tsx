import type { Certificate } from '#app/domains/minutes/get-certificate.server.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Logo } from '#app/ui/logo.tsx';

/** What a sheet says of a certificate, and at which address it is checked. */
export function sheetOf({ meeting, certificate, hours }: Certificate, host: string) {
  return {
    hours,
    address: `${host}/constancias/${certificate}`,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      lang: meeting.lang,
      startsAt: meeting.startsAt,
      place: [meeting.venue, meeting.locality?.name].filter(Boolean).join(', '),
      hasMinutes: meeting.state === 'con_acta',
    },
  };
}

type Props = ReturnType<typeof sheetOf> & {
  /** Whose it is, where they proved to be them. */
  name: string | null;
};

/** The certificate itself, as it is printed. */
export function CertificateSheet({ name, hours, address, meeting }: Props) {
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
