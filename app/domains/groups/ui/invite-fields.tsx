import { useT } from '#app/platform/i18n/use-t.ts';
import {
  inviteChannels,
  type Organisation,
  type OrganisationChoices,
} from '#app/domains/groups/types.ts';
import { sayOrganisation } from '#app/domains/groups/ui/organisation-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

/** Notes that a group was invited, and by which channel. */
export function InviteFields({
  organisations,
  kinds,
  chosen,
  form,
}: {
  organisations: Organisation[];
  kinds: OrganisationChoices['kinds'];
  chosen: string;
  form: FormState | null;
}) {
  const t = useT('groups');
  return (
    <form method="post" noValidate className="l-form">
      <SelectField
        name="organizacion"
        label={t('call.invite.group')}
        hint={t('call.invite.group.hint')}
        empty={t('call.invite.group.empty')}
        value={form?.value('organizacion') ?? chosen}
        error={form?.errors('organizacion')}
        options={organisations.map((organisation) => ({
          value: organisation.id,
          label: sayOrganisation(organisation, kinds),
        }))}
      />
      <SelectField
        name="canal"
        label={t('call.invite.channel')}
        value={form?.value('canal')}
        error={form?.errors('canal')}
        options={inviteChannels.map((channel) => ({
          value: channel,
          label: t(`call.channel.${channel}`),
        }))}
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="invitar">
          {t('call.invite')}
        </Button>
      </p>
    </form>
  );
}
