import { useLoaderData } from '@remix-run/react';
import { countPublicAudit } from '#app/platform/audit/count-audit.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => ({ title: visit.t('transparency')('verify.title'), counted: await countPublicAudit(visit.db) }));

const topics = ['append', 'count', 'proof', 'without'] as const;

export default function Verify() {
  const { counted } = useLoaderData<typeof loader>();
  const t = useT('transparency');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('verify.heading')}
        crumbs={[{ href: '/transparencia', label: t('page.title') }]}
        current={t('verify.title')}
        lead={t('verify.lead')}
        action={<ButtonLink icon="download" href="/api/v1/transparencia/registro?limite=100">{t('verify.download')}</ButtonLink>}
      />
      <div className="l-stack l-stack--wide">
        <Facts items={[
          { key: 'n', term: t('verify.fact.entries'), value: f.number(counted.entries) },
          { key: 'at', term: t('verify.fact.last'), value: counted.lastAt ? f.date(counted.lastAt, 'moment') : t('verify.fact.none') },
          { key: 'id', term: t('verify.fact.id'), value: <code>{counted.lastId ?? '–'}</code> },
        ]} />
        <Notice kind="info" title={t('verify.proofs.title')}>{t('verify.proofs.text')}</Notice>
        <TextSections items={topics.map((key) => ({ key, title: t(`verify.${key}.title`), text: t(`verify.${key}.text`) }))} />
      </div>
    </div>
  );
}
