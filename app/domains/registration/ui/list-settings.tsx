import { useT } from '#app/platform/i18n/use-t.ts';
import type { ListPreview } from '#app/domains/registration/preview-list.server.ts';
import { listChannels } from '#app/domains/registration/list-choices.ts';
import { listColumns } from '#app/domains/registration/list-columns.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { ListPairs } from '#app/domains/registration/ui/list-pairs.tsx';

type Props = {
  preview: ListPreview;
  localities: { code: string; name: string }[];
  form: FormState;
};

/** Which column of the file is which of ours. */
function Columns({ preview, form }: Omit<Props, 'localities'>) {
  const t = useT('roster');
  const options = listColumns.map((column) => ({
    value: column,
    label: t(`load.column.${column}`),
  }));
  return (
    <Fold summary={t('load.columns')} open={preview.problems.length > 0 || form.posted}>
      <p>{t('load.columns.hint')}</p>
      <div className="l-grid">
        {preview.columns.map(({ name, column, example }, index) => (
          <SelectField
            key={name}
            name={`columna_${index}`}
            label={<span className="u-break">{name}</span>}
            hint={
              example === '' ? undefined : (
                <span className="u-break">{t('load.column.example', { example })}</span>
              )
            }
            options={options}
            empty={t('load.column.none')}
            value={form.value(`columna_${index}`, column)}
            error={form.errors(`columna_${index}`)}
            optional
          />
        ))}
      </div>
    </Fold>
  );
}

/** How the people of the list consented. */
function Consent({ preview, form }: Omit<Props, 'localities'>) {
  const t = useT('roster');
  const { everybody } = preview.choices;
  return (
    <div className="l-stack">
      <RadioGroup
        name="consiente"
        legend={t('load.consent')}
        hint={t('load.consent.hint')}
        options={[
          { value: 'filas', label: t('load.consent.rows') },
          { value: 'todas', label: t('load.consent.all') },
        ]}
        value={form.value('consiente', everybody ? 'todas' : 'filas')}
        error={form.errors('consiente')}
      />
      <div className="l-grid">
        <SelectField
          name="consiente_canal"
          label={t('load.consent.channel')}
          options={listChannels.map((channel) => ({
            value: channel,
            label: t(`twice.channel.${channel}`),
          }))}
          value={form.value('consiente_canal', everybody?.channel ?? 'papel')}
          error={form.errors('consiente_canal')}
          optional
        />
        <TextField
          name="consiente_fecha"
          type="date"
          label={t('load.consent.day')}
          value={form.value('consiente_fecha', everybody?.day ?? '')}
          error={form.errors('consiente_fecha')}
          optional
        />
      </div>
    </div>
  );
}

/** Localities as they were written, each with the one that is meant. */
function Places({ preview, localities }: Omit<Props, 'form'>) {
  const t = useT('roster');
  if (preview.places.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="lugares">
      <h3 id="lugares">{t('load.places')}</h3>
      <p>{t('load.places.hint')}</p>
      <div className="l-grid">
        {preview.places.map(({ text, lines, code, suggestion }, index) => (
          <div key={text}>
            <input type="hidden" name={`lugar_texto_${index}`} value={text} />
            <SelectField
              name={`lugar_${index}`}
              label={<span className="u-break">{t('load.place', { text })}</span>}
              hint={[
                lines > 0 && t('load.place.lines', { count: lines }),
                suggestion !== null && t('load.place.suggestion', { name: suggestion }),
              ]
                .filter(Boolean)
                .join(' ')}
              options={localities.map(({ code: value, name }) => ({ value, label: name }))}
              empty={t('load.place.none')}
              value={code}
              optional
            />
          </div>
        ))}
      </div>
    </section>
  );
}

/** Everything that a person settles before a list is loaded. */
export function ListSettings({ preview, localities, form }: Props) {
  const t = useT('roster');
  return (
    <form method="post" className="panel l-stack" aria-labelledby="antes">
      <h2 id="antes">{t('load.settings')}</h2>
      <Columns preview={preview} form={form} />
      <Consent preview={preview} form={form} />
      <Places preview={preview} localities={localities} />
      <ListPairs preview={preview} />
      <p className="l-row l-end">
        <Button name="accion" value="ver">
          {t('load.apply')}
        </Button>
      </p>
    </form>
  );
}
