import type { TerritoryData } from '#app/domains/plan/territory.types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LocalityMap } from '#app/domains/plan/ui/locality-map.tsx';
import { mapOfRows } from '#app/domains/plan/ui/territory-preview.tsx';
import { WordsFields } from '#app/domains/plan/ui/territory-upload.tsx';

/** The territory as it stands: its picture, and each name and population to be corrected by hand. */
export function TerritoryKept({ territory, form }: { territory: TerritoryData; form: FormState }) {
  const t = useT('territory');
  const { localities, words } = territory;
  const map = mapOfRows(localities, territory.map);
  return (
    <form method="post" className="l-form" noValidate>
      <WordsFields words={words} form={form} />
      {map && (
        <LocalityMap
          map={map}
          title={t('map.title')}
          description={t('map.kept')}
          shade={(code) =>
            localities.find((each) => each.code === code)?.persons == null ? 'some' : 'even'
          }
        />
      )}
      {localities.map(({ code, name, persons }) => (
        <div className="l-row" key={code}>
          <TextField
            name={`nombre.${code}`}
            label={t('name.of', { code })}
            value={form.value(`nombre.${code}`, name)}
            error={form.errors(`nombre.${code}`)}
          />
          <TextField
            name={`poblacion.${code}`}
            optional
            short
            inputMode="numeric"
            maxLength={15}
            label={t('persons.of', { name })}
            value={form.value(`poblacion.${code}`, persons === null ? '' : String(persons))}
            error={form.errors(`poblacion.${code}`)}
          />
        </div>
      ))}
      <p className="l-end">
        <Button name="accion" value="corregir">
          {t('correct')}
        </Button>
      </p>
    </form>
  );
}
