import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({ title: visit.t('pages')('ballots.title') }));

const topics = ['what', 'how', 'secret', 'result'] as const;

export default function Ballots() {
  const t = useT('pages');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('ballots.heading')}
        current={t('ballots.title')}
        lead={t('ballots.lead')}
      />
      <div className="l-stack l-stack--wide">
        <EmptyState
          title={t('ballots.none.title')}
          text={t('ballots.none.text')}
          action={
            <ButtonLink kind="go" href="/ideas?orden=apoyadas">
              {t('ballots.none.action')}
            </ButtonLink>
          }
        />
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`ballots.${key}.title`),
            text: t(`ballots.${key}.text`),
          }))}
        />
      </div>
    </div>
  );
}
