import type { Answers } from '#app/domains/declarations/types.ts';
import { AboutSelf } from '#app/domains/registration/ui/about-self.tsx';
import type { FormProps } from '#app/domains/registration/ui/form-choices.ts';
import { MinorFields } from '#app/domains/registration/ui/registration-form.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';

/** What the person had left unsaid, to answer now; what they said before does not change. */
export function AnswerLater({
  form,
  answers,
  ...asked
}: Pick<FormProps, 'form' | 'options' | 'localities' | 'allocation'> & {
  answers: Answers | null;
}) {
  const t = useT('registration');
  return (
    <Fold
      summary={t(answers ? 'own.later.more' : 'own.later.open')}
      open={form.value('accion') === 'responder'}
    >
      <form method="post" noValidate className="l-form" id="responder">
        <p>{t('own.later.text')}</p>
        <AboutSelf form={form} said={Object.keys(answers ?? {})} {...asked} />
        <MinorFields form={form} />
        <p className="l-end">
          <Button name="accion" value="responder">
            {t('own.later.send')}
          </Button>
        </p>
      </form>
    </Fold>
  );
}
