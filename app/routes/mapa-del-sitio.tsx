import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => ({
  title: visit.t('pages')('map.title'),
  commitments: await listCommitments(visit.db, visit.locale),
  isDemo: visit.isDemo,
}));

const groups = [
  [
    'take_part',
    [
      '/',
      '/participa',
      '/ideas',
      '/ideas/nueva',
      '/talleres',
      '/talleres.ics',
      '/propuestas',
      '/consultas',
    ],
  ],
  [
    'transparency',
    [
      '/circulo',
      '/seguimiento',
      '/inclusion',
      '/transparencia',
      '/transparencia/informacion',
      '/transparencia/moderacion',
      '/transparencia/verificar',
      '/datos-abiertos',
      '/api/v1/openapi.json',
    ],
  ],
  ['account', ['/registro', '/entrar', '/cuenta', '/cuenta/mis-datos']],
  ['desks', ['/facilitacion', '/moderacion', '/circulo/mesa', '/entidad', '/coordinacion']],
  [
    'site',
    [
      '/atencion',
      '/ayuda',
      '/ayuda/contacto',
      '/terminos',
      '/privacidad',
      '/accesibilidad',
      '/sitemap.xml',
    ],
  ],
] as const;

export default function SiteMap() {
  const { commitments, isDemo } = useLoaderData<typeof loader>();
  const t = useT('pages');
  return (
    <div className="l-wrap">
      <PageHead title={t('map.heading')} current={t('map.title')} lead={t('map.lead')} />
      <div className="l-grid">
        {groups.map(([group, paths]) => (
          <section key={group} className="l-stack l-stack--tight" aria-labelledby={group}>
            <h2 id={group}>{t(`map.group.${group}`)}</h2>
            <ul>
              {paths.map((path) => (
                <li key={path}>
                  <a href={path}>{t(`map.page.${path}`)}</a>
                </li>
              ))}
              {group === 'site' && isDemo && (
                <li>
                  <a href="/buzon">{t('map.page./buzon')}</a>
                </li>
              )}
            </ul>
          </section>
        ))}
        <section className="l-stack l-stack--tight" aria-labelledby="compromisos">
          <h2 id="compromisos">
            <a href="/compromisos">{t('map.group.commitments')}</a>
          </h2>
          <ul>
            {commitments.map((each) => (
              <li key={each.id}>
                <a href={`/compromisos/${each.slug}`}>{each.title}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
