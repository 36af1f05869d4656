import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** The browser moves the focus here where no script runs; React would keep the attribute for controls only. */
const focusOnLoad = { autoFocus: true };

/**
 * Inside a registration form: somebody answered and did not allow it, and is asked once. The choice that gives
 * nothing away stands first, since it is what the Enter key sends.
 */
export function AnswersAsked({ form }: { form: FormState }) {
  const t = useT('registration');
  const asks = form.asks === 'estadistica';
  if (!asks && form.value('preguntado') === '') return null;
  return (
    <>
      <input type="hidden" name="preguntado" value="si" />
      {asks && (
        <div
          className="l-stack"
          role="alert"
          tabIndex={-1}
          aria-labelledby="preguntado-t"
          {...focusOnLoad}
        >
          <Notice kind="sun" title={<span id="preguntado-t">{t('form.asked.title')}</span>}>
            {t('form.asked.text')}
          </Notice>
          <div className="l-row">
            <Button>{t('form.asked.leave')}</Button>
            <Button kind="go" name="acepta_estadistica" value="si">
              {t('form.asked.allow')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
