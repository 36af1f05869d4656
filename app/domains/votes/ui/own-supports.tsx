import { OwnThings } from '#app/domains/accounts/ui/own-things.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** The ideas somebody supports, with the day they did. */
export function OwnSupports({
  supports,
}: {
  supports: { ideaId: string; title: string; supportedAt: Date }[];
}) {
  const t = useT('accounts');
  const f = useFormat();
  return (
    <OwnThings
      id="apoyos"
      title={t('account.supports.title')}
      items={supports.map((support) => ({
        key: support.ideaId,
        href: `/ideas/${support.ideaId}`,
        title: support.title,
        note: f.date(support.supportedAt),
      }))}
      none={
        <EmptyState
          level="h3"
          title={t('account.supports.none')}
          text={t('account.supports.none.text')}
          action={<ButtonLink href="/ideas">{t('account.supports.look')}</ButtonLink>}
        />
      }
    />
  );
}
