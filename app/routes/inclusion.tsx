import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { getHeldFigures } from '#app/domains/workshops/list-meetings.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const [localities, held] = await Promise.all([listLocalities(visit.db), getHeldFigures(visit.db)]);
  return { title: visit.t('inclusion')('page.title'), localities, held };
});

const topics = ['why', 'own', 'small', 'measure', 'fix'] as const;

/** Who takes part, against who lives in the city: what took place is counted here; what people declare is published in protected sums only. */
export default function Inclusion() {
  const { localities, held } = useLoaderData<typeof loader>();
  const t = useT('inclusion');
  const w = useT('workshops');
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
        {held.kinds.length > 0 ? (
          <section className="l-stack" aria-labelledby="realizados">
            <h2 id="realizados">{t('held.title', { attended: held.attended, localities: held.localities })}</h2>
            <DataTable
              caption={t('held.caption')}
              columns={[{ key: 'kind', label: t('held.kind') }, { key: 'meetings', label: t('held.meetings'), numeric: true }, { key: 'attended', label: t('held.attended'), numeric: true }]}
              rows={held.kinds.map((row) => ({ id: row.kind, kind: w(`kind.${row.kind}`), meetings: f.number(row.meetings), attended: f.number(row.attended) }))}
            />
            <Notice kind="sun" title={t('page.soon.title')}>{t('page.soon.text')}</Notice>
          </section>
        ) : <Notice kind="sun" title={t('page.zero.title')}>{t('page.zero.text')}</Notice>}
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
