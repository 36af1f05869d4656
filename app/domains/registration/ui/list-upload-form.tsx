import { sheetFiles } from '#app/platform/spreadsheets/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

/** The choice of a list; what is wrong with the last one stands above it, line by line. */
export function ListUploadForm({ form }: { form: FormState }) {
  const t = useT('roster');
  const f = useFormat();
  return (
    <>
      {form.lines.length > 0 && (
        <DataTable
          caption={t('load.problems')}
          columns={[
            { key: 'line', label: t('load.problems.line'), numeric: true },
            { key: 'column', label: t('load.problems.column') },
            { key: 'why', label: t('load.problems.why') },
          ]}
          rows={form.lines.map(({ linea, columna, motivo }, id) => ({
            id,
            line: linea === 0 ? '–' : f.number(linea),
            column: columna ?? '–',
            why: motivo,
          }))}
        />
      )}
      <form method="post" encType="multipart/form-data" className="l-form">
        <FileField
          name="archivo"
          label={t('load.file')}
          hint={t('load.file.hint')}
          accept={sheetFiles}
          error={form.errors('archivo')}
        />
        <p className="l-row l-end">
          <Button kind="go" name="accion" value="leer">
            {t('load.send')}
          </Button>
          <ButtonLink icon="download" href="/facilitacion/lista.xlsx">
            {t('load.empty')}
          </ButtonLink>
        </p>
        <p className="u-small u-mute">{t('load.kept')}</p>
      </form>
    </>
  );
}
