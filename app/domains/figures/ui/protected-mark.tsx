import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';

/** The one mark of what is protected, whatever the reason. */
export function ProtectedMark() {
  const t = useT('figures');
  return (
    <span className="hid">
      <Icon name="shield" />
      {t('protected')}
    </span>
  );
}
