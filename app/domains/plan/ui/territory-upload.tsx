import { useT } from '#app/platform/i18n/use-t.ts';
import type { DivisionWords } from '#app/platform/i18n/city-words.ts';
import { sheetFiles } from '#app/platform/spreadsheets/types.ts';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What is wrong in the lines of a file that was sent. */
export function FileProblems({ form }: { form: FormState }) {
  const t = useT('territory');
  if (form.lines.length === 0) return null;
  return (
    <ul className="list" aria-label={t('problems')}>
      {form.lines.slice(0, 12).map((problem, index) => (
        <li key={index}>
          {problem.linea > 0 && <strong>{t('problem.line', { line: problem.linea })} </strong>}
          {problem.columna && <>«{problem.columna}» </>}
          {problem.motivo}
        </li>
      ))}
    </ul>
  );
}

/** A list, outlines, or both; or the names, written one a line. */
export function TerritoryUpload({ form, isFirst }: { form: FormState; isFirst: boolean }) {
  const t = useT('territory');
  return (
    <form method="post" encType="multipart/form-data" className="l-form" id="otro">
      <FileProblems form={form} />
      <FileField
        name="lista"
        optional
        label={t('list')}
        hint={t('list.hint')}
        accept={sheetFiles}
        error={form.errors('lista')}
      />
      <FileField
        name="mapa"
        optional
        label={t('outlines')}
        hint={t('outlines.hint')}
        accept=".geojson,.json,application/geo+json,application/json"
        error={form.errors('mapa')}
      />
      {isFirst && (
        <Fold summary={t('typed.open')} open={form.value('escritas') !== ''}>
          <TextField
            name="escritas"
            optional
            rows={6}
            label={t('typed')}
            hint={t('typed.hint')}
            value={form.value('escritas')}
            error={form.errors('escritas')}
          />
        </Fold>
      )}
      <p className="l-end">
        <Button kind={isFirst ? 'go' : 'plain'} name="accion" value="leer">
          {t('read')}
        </Button>
      </p>
    </form>
  );
}

/** How the city calls its parts: one and several, in both languages. */
export function WordsFields({ words, form }: { words: DivisionWords; form: FormState }) {
  const t = useT('territory');
  const fields = [
    ['palabra', words.es.one],
    ['palabras', words.es.many],
    ['palabra_en', words.en.one],
    ['palabras_en', words.en.many],
  ] as const;
  return (
    <fieldset className="part">
      <legend>{t('words')}</legend>
      <p className="u-small u-mute">{t('words.hint')}</p>
      <div className="l-grid">
        {fields.map(([field, kept]) => (
          <TextField
            key={field}
            name={field}
            optional={field.endsWith('_en')}
            lang={field.endsWith('_en') ? 'en' : 'es'}
            label={t(`words.${field}`)}
            maxLength={40}
            value={form.value(field, kept)}
            error={form.errors(field)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A city that has no parts says so. */
export function WithoutTerritory() {
  const t = useT('territory');
  return (
    <form method="post">
      <p className="u-small u-mute">{t('without')}</p>
      <p>
        <Button size="small" name="accion" value="sin">
          {t('without.button')}
        </Button>
      </p>
    </form>
  );
}
