import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';

/** Further on and back in a list; nothing when it is all here. */
export function Pager({ next, previous }: { next?: string | null; previous?: string | null }) {
  const t = useT('common');
  if (!next && !previous) return null;
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {previous && (
        <ButtonLink href={previous} rel="prev" icon="back">
          {t('ui.pager.previous')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} rel="next" icon="arrow">
          {t('ui.pager.next')}
        </ButtonLink>
      )}
    </nav>
  );
}
