import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({ title: visit.t('pages')('accessibility.title') }));

const topics = ['goal', 'can', 'noscript', 'reading', 'limits', 'tell'] as const;

export default function Accessibility() {
  const t = useT('pages');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('accessibility.heading')}
        current={t('accessibility.title')}
        lead={t('accessibility.lead')}
        action={
          <ButtonLink href="/ayuda/contacto?tipo=barrera">{t('accessibility.action')}</ButtonLink>
        }
      />
      <div className="l-stack l-stack--wide">
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`accessibility.${key}.title`),
            text: t(`accessibility.${key}.text`),
          }))}
        />
      </div>
    </div>
  );
}
