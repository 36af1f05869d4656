import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** While no plan is active: what will be here, and how an installation begins. */
export function PlanEmpty() {
  const t = useT('plan');
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={<ButtonLink href="/ayuda">{t('empty.action')}</ButtonLink>}
    />
  );
}
