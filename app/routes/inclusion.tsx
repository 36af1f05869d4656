import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => ({ title: visit.t('inclusion')('page.title'), localities: await listLocalities(visit.db) }));

const topics = ['why', 'own', 'small', 'measure', 'fix'] as const;

/** Who takes part, against who lives in the city. What people declare begins with the first meeting; the population is already known. */
export default function Inclusion() {
  const { localities } = useLoaderData<typeof loader>();
  const t = useT('inclusion');
  const f = useFormat();
  const total = localities.reduce((sum, each) => sum + (each.persons2018 ?? 0), 0);
  const sources = [...new Set(localities.map((each) => each.source))];
  const rows = localities.map((each) => ({
    id: each.code,
    name: `${each.code} ${each.name}`,
    persons: each.persons2018 === null ? t('table.unknown') : f.number(each.persons2018),
    share: each.persons2018 === null ? '–' : t('table.share_value', { share: Math.round((each.persons2018 / total) * 1000) / 10 }),
  }));
  return (
    <div className="l-wrap">
      <PageHead title={t('page.heading')} current={t('page.title')} lead={t('page.lead')} />
      <div className="l-stack l-stack--wide">
        <Notice kind="sun" title={t('page.zero.title')}>{t('page.zero.text')}</Notice>
        <TextSections items={topics.map((key) => ({ key, title: t(`page.${key}.title`), text: t(`page.${key}.text`) }))} />
        {rows.length > 0 && (
          <section className="l-stack" aria-labelledby="poblacion">
            <h2 id="poblacion">{t('table.title')}</h2>
            <p>{t('table.lead', { total })}</p>
            <DataTable
              caption={t('table.caption')}
              columns={[{ key: 'name', label: t('table.locality') }, { key: 'persons', label: t('table.persons'), numeric: true }, { key: 'share', label: t('table.share'), numeric: true }]}
              rows={rows}
            />
            <p className="u-small u-mute">{t('table.source', { source: sources.join('; ') })}</p>
          </section>
        )}
      </div>
    </div>
  );
}
