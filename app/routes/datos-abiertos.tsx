import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({
  title: visit.t('transparency')('data.title'),
  origin: visit.url.origin,
}));

const sets = [
  ['commitments', '/api/v1/compromisos'],
  ['ideas', '/api/v1/ideas'],
  ['similar', '/api/v1/ideas/similares?titulo=and%C3%A9n'],
  ['proposals', '/api/v1/propuestas'],
  ['workshops', '/api/v1/talleres'],
  ['inclusion', '/api/v1/inclusion'],
  ['progress', '/api/v1/seguimiento'],
  ['register', '/api/v1/transparencia/registro'],
  ['seal', '/api/v1/transparencia/sello'],
] as const;
const topics = ['paging', 'rules', 'licence', 'files'] as const;

export default function OpenData() {
  const { origin } = useLoaderData<typeof loader>();
  const example = `curl '${origin}/api/v1/ideas?limite=5&orden=apoyadas'`;
  const t = useT('transparency');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('data.heading')}
        current={t('data.title')}
        lead={t('data.lead')}
        action={
          <ButtonLink icon="document" href="/api/v1/openapi.json">
            {t('data.openapi')}
          </ButtonLink>
        }
      />
      <div className="l-stack l-stack--wide">
        <DataTable
          caption={t('data.caption')}
          columns={[
            { key: 'name', label: t('data.set') },
            { key: 'holds', label: t('data.holds') },
            { key: 'address', label: t('data.address') },
          ]}
          rows={sets.map(([key, path]) => ({
            id: key,
            name: t(`data.set.${key}.name`),
            holds: t(`data.set.${key}.holds`),
            address: (
              <a className="u-break" href={path}>
                {path}
              </a>
            ),
          }))}
        />
        <section className="l-stack l-stack--tight" aria-labelledby="ejemplo">
          <h2 id="ejemplo">{t('data.example')}</h2>
          <p className="panel u-break">
            <code>{example}</code>
          </p>
        </section>
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`data.${key}.title`),
            text: t(`data.${key}.text`),
          }))}
        />
      </div>
    </div>
  );
}
