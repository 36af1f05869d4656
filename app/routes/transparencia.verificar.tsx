import { useLoaderData } from '@remix-run/react';
import { countPublicAudit } from '#app/platform/audit/count-audit.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { findCommitted } from '#app/domains/draw/get-draw.server.ts';
import { DrawCheck, type Published } from '#app/domains/draw/ui/draw-check.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const handle = { script: true, ns: ['draw', 'transparency'] };
export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const asked = url.searchParams.get('sorteo');
  const [counted, committed] = await Promise.all([
    countPublicAudit(visit.db),
    asked === null ? null : findCommitted(visit.db, visit.actor, asked),
  ]);
  const published: Published | null = committed && {
    title: committed.meeting.title,
    draw: committed.draw,
    tokens: committed.tokens,
  };
  return { title: visit.t('transparency')('verify.title'), counted, published };
});

const topics = ['append', 'count', 'proof', 'without'] as const;

export default function Verify() {
  const { counted, published } = useLoaderData<typeof loader>();
  const t = useT('transparency');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('verify.heading')}
        crumbs={[{ href: '/transparencia', label: t('page.title') }]}
        current={t('verify.title')}
        lead={t('verify.lead')}
        action={
          <ButtonLink icon="download" href="/api/v1/transparencia/registro?limite=100">
            {t('verify.download')}
          </ButtonLink>
        }
      />
      <div className="l-stack l-stack--wide">
        <Facts
          items={[
            { key: 'n', term: t('verify.fact.entries'), value: f.number(counted.entries) },
            {
              key: 'at',
              term: t('verify.fact.last'),
              value: counted.lastAt ? f.date(counted.lastAt, 'moment') : t('verify.fact.none'),
            },
            { key: 'id', term: t('verify.fact.id'), value: <code>{counted.lastId ?? '–'}</code> },
          ]}
        />
        <Notice kind="info" title={t('verify.proofs.title')}>
          {t('verify.proofs.text')}
        </Notice>
        <DrawCheck published={published} />
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`verify.${key}.title`),
            text: t(`verify.${key}.text`),
          }))}
        />
      </div>
    </div>
  );
}
