import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

/** The end of a form whose texts can be looked at before they are kept. */
export function PreviewButtons({ save }: { save: string }) {
  const t = useT('coordination');
  return (
    <p className="l-row l-end">
      <Button name="accion" value="vista_previa" icon="eye">
        {t('preview.see')}
      </Button>
      <Button kind="go" name="accion" value="guardar">
        {save}
      </Button>
    </p>
  );
}
