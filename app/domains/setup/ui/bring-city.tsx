import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

/** Brings a whole city from its file, or says line by line what is wrong in it; and takes this one along. */
export function BringCity({ form }: { form: FormState }) {
  const t = useT('setup');
  const f = useFormat();
  return (
    <section id="traer" className="side l-stack" aria-labelledby="traer-titulo">
      <h2 id="traer-titulo">{t('bring')}</h2>
      <p>{t('bring.text')}</p>
      {form.lines.length > 0 && (
        <div className="l-stack l-stack--tight">
          <h3>{t('bring.lines')}</h3>
          <ul className="bullets">
            {form.lines.map(({ linea, columna, motivo }) => (
              <li key={`${linea} ${columna} ${motivo}`}>
                {t('bring.line', { line: f.number(linea), why: motivo })}
                {columna && (
                  <>
                    {' '}
                    <code>{columna}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" encType="multipart/form-data" className="l-form">
        <FileField
          name="archivo"
          accept=".json,application/json"
          label={t('bring.field')}
          hint={t('bring.hint')}
          error={form.errors('archivo')}
        />
        <p className="l-end">
          <Button>{t('bring.button')}</Button>
        </p>
      </form>
      <p>
        <a href="/coordinacion/empezar/ciudad.json" download>
          {t('bring.take')}
        </a>
      </p>
    </section>
  );
}
