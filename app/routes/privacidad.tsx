import { useLoaderData } from '@remix-run/react';
import { noonOf } from '#app/platform/city/local-time.ts';
import { siteContact } from '#app/platform/city/site-contact.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { currentPolicy, dataPolicies } from '#app/domains/accounts/data-policy.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { VersionedText } from '#app/domains/accounts/ui/versioned-text.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { ContactFacts } from '#app/ui/site-contact.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({
  title: visit.t('pages')('privacy.title'),
  version: currentPolicy.version,
  validFrom: noonOf(currentPolicy.validFrom),
  sha256: hashPolicy(currentPolicy),
  versions: dataPolicies.length,
  sections: currentPolicy.sections[visit.locale],
  contact: siteContact(visit.locale),
}));

export default function Privacy() {
  const { version, validFrom, sha256, versions, sections, contact } =
    useLoaderData<typeof loader>();
  const t = useT('pages');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('privacy.heading')}
        current={t('privacy.title')}
        lead={t('privacy.lead')}
        action={<ButtonLink href="/cuenta/mis-datos">{t('privacy.action')}</ButtonLink>}
      />
      <div className="l-stack l-stack--wide">
        <section className="l-stack l-stack--tight" aria-labelledby="responde">
          <h2 id="responde">{t('privacy.controller')}</h2>
          <ContactFacts contact={contact} />
        </section>
        <VersionedText
          sections={sections}
          version={t('privacy.version', {
            version,
            date: f.date(validFrom),
            count: versions,
            hash: sha256,
          })}
        />
      </div>
    </div>
  );
}
