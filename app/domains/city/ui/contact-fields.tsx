import { useT } from '#app/platform/i18n/use-t.ts';
import type { CityContact } from '#app/platform/city/types.ts';
import { BothFields } from '#app/ui/both-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** How people reach who runs it. What is left empty can be filled in later, but before the city opens. */
export function ContactFields({ kept, form }: { kept: CityContact; form: FormState }) {
  const t = useT('setup');
  return (
    <form method="post" className="l-form">
      <TextField
        name="operador"
        label={t('field.operator')}
        hint={t('field.operator.hint')}
        value={form.value('operador', kept.operator)}
        error={form.errors('operador')}
      />
      <TextField
        name="direccion"
        label={t('field.address')}
        value={form.value('direccion', kept.address)}
        error={form.errors('direccion')}
      />
      <TextField
        name="telefono"
        type="tel"
        label={t('field.telephone')}
        value={form.value('telefono', kept.telephone)}
        error={form.errors('telefono')}
      />
      <TextField
        name="correo"
        type="email"
        label={t('field.mail')}
        value={form.value('correo', kept.mail)}
        error={form.errors('correo')}
      />
      <TextField
        name="correo_notificaciones"
        type="email"
        label={t('field.notification')}
        value={form.value('correo_notificaciones', kept.notificationMail)}
        error={form.errors('correo_notificaciones')}
        optional
      />
      <BothFields
        name="horario"
        label={(language) => t(`field.hours.${language}`)}
        kept={kept.hours}
        form={form}
        optional
      />
      <p className="l-end">
        <Button kind="go" size="big">
          {t('next')}
        </Button>
      </p>
    </form>
  );
}
