import { useLoaderData } from '@remix-run/react';
import { noonOf } from '#app/platform/city/local-time.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { termsOfUse } from '#app/domains/accounts/terms-of-use.ts';
import { VersionedText } from '#app/domains/accounts/ui/versioned-text.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => {
  const [terms] = termsOfUse;
  return {
    title: visit.t('pages')('terms.title'),
    version: terms.version,
    validFrom: noonOf(terms.validFrom),
    sha256: hashPolicy(terms),
    versions: termsOfUse.length,
    sections: terms.sections[visit.locale],
  };
});

/** The terms of use, in plain words. */
export default function Terms() {
  const { title, version, validFrom, sha256, versions, sections } = useLoaderData<typeof loader>();
  const t = useT('pages');
  const c = useT('common');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('terms.heading')}
        current={title}
        lead={t('terms.lead')}
        action={<ButtonLink href="/ayuda/contacto">{c('contact.write')}</ButtonLink>}
      />
      <div className="l-stack l-stack--wide">
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
