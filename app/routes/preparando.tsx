import { useLoaderData } from '@remix-run/react';
import { city } from '#app/platform/city/city.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** What public addresses show until the city is opened. */
export const loader = page(({ visit }) => {
  const { name } = city();
  const t = visit.t('setup');
  return { title: name ? t('preparing.title', { city: name }) : t('preparing.title.unnamed') };
});

export default function Preparing() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT('setup');
  return (
    <div className="l-wrap">
      <PageHead title={title} lead={t('preparing.text')} />
      <p>
        <a href="/entrar">{t('preparing.enter')}</a>
      </p>
    </div>
  );
}
