import { useT } from '#app/platform/i18n/use-t.ts';
import { Facts } from '#app/ui/facts.tsx';

/** Who runs the site and how to reach them; what nobody has said is empty and not shown. */
export type SiteContact = {
  operator: string;
  address: string;
  telephone: string;
  telephoneHref: string;
  mail: string;
  notificationMail: string;
  hours: string;
};

/** Where everybody may write, whatever else is known. */
export function WriteToUs() {
  const t = useT('common');
  return <a href="/ayuda/contacto">{t('contact.write')}</a>;
}

/** The same as lines of the footer. */
export function ContactLines({ contact }: { contact: SiteContact | null }) {
  const t = useT('common');
  return (
    <>
      {contact?.operator && <p>{t('contact.run_by', { operator: contact.operator })}</p>}
      {contact?.telephone && (
        <p>
          {t('contact.call')} <a href={contact.telephoneHref}>{contact.telephone}</a>
          {contact.hours && `, ${contact.hours}`}
        </p>
      )}
      <p>
        <WriteToUs />
      </p>
      {contact?.address && <p>{contact.address}</p>}
      {contact?.mail && (
        <p>
          <a className="u-break" href={`mailto:${contact.mail}`}>
            {contact.mail}
          </a>
        </p>
      )}
      {contact?.notificationMail && (
        <p>
          {t('contact.notices')}{' '}
          <a className="u-break" href={`mailto:${contact.notificationMail}`}>
            {contact.notificationMail}
          </a>
        </p>
      )}
    </>
  );
}

/** The same as a list of facts, for the pages that are about it. */
export function ContactFacts({ contact }: { contact: SiteContact }) {
  const t = useT('common');
  const mailTo = (address: string) =>
    address && (
      <a className="u-break" href={`mailto:${address}`}>
        {address}
      </a>
    );
  const items = [
    { key: 'operator', term: t('contact.operator'), value: contact.operator },
    { key: 'address', term: t('contact.address'), value: contact.address },
    {
      key: 'telephone',
      term: t('contact.telephone'),
      value: contact.telephone && <a href={contact.telephoneHref}>{contact.telephone}</a>,
    },
    { key: 'hours', term: t('contact.hours'), value: contact.hours },
    { key: 'mail', term: t('contact.mail'), value: mailTo(contact.mail) },
    {
      key: 'notices',
      term: t('contact.notices_term'),
      value: mailTo(contact.notificationMail),
    },
    { key: 'write', term: t('contact.form'), value: <WriteToUs /> },
  ];
  return <Facts items={items.filter(({ value }) => value !== '')} />;
}
