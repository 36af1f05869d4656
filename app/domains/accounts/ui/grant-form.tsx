import { grantedRoles } from '#app/domains/accounts/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Gives somebody a role. `scopes` is what it may be limited to, in words of the plan. */
export function GrantForm({
  scopes,
  form,
}: {
  scopes: { value: string; label: string }[];
  form: FormState;
}) {
  const t = useT('coordination');
  const c = useT('common');
  return (
    <section aria-labelledby="dar">
      <h2 id="dar">{t('roles.give')}</h2>
      <form method="post" className="l-form">
        <TextField
          name="correo"
          type="email"
          label={t('field.email')}
          hint={t('field.email.hint')}
          value={form.value('correo')}
          error={form.errors('correo')}
        />
        <SelectField
          name="rol"
          label={t('roles.role')}
          empty={t('roles.role.empty')}
          options={grantedRoles.map((value) => ({
            value,
            label: `${c(`role.${value}`)}: ${t(`roles.role.${value}`)}`,
          }))}
          value={form.value('rol')}
          error={form.errors('rol')}
        />
        <SelectField
          name="alcance"
          optional
          label={t('roles.scope')}
          hint={t('roles.scope.hint')}
          empty={t('roles.everywhere')}
          value={form.value('alcance')}
          error={form.errors('alcance')}
          options={scopes}
        />
        <TextField
          name="desde"
          type="date"
          optional
          label={t('field.from')}
          hint={t('field.from.hint')}
          value={form.value('desde')}
          error={form.errors('desde')}
        />
        <TextField
          name="hasta"
          type="date"
          optional
          label={t('field.until')}
          hint={t('field.until.hint')}
          value={form.value('hasta')}
          error={form.errors('hasta')}
        />
        <p className="l-end">
          <Button kind="go">{t('roles.give.send')}</Button>
        </p>
      </form>
    </section>
  );
}
