import { useT } from '#app/platform/i18n/use-t.ts';
import { wgQuestions, type Catalogue } from '#app/domains/declarations/types.ts';
import { purposes } from '#app/domains/registration/types.ts';

/** A list of codes with what each says. */
function Codes({ column, codes }: { column: string; codes: { code: string; label: string }[] }) {
  return (
    <div className="paper__codes">
      <h3>
        <code>{column}</code>
      </h3>
      <ul>
        {codes.map(({ code, label }) => (
          <li key={code}>
            <code>{code}</code> {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The columns of the list, in the order of the questions of the form. */
const columns = [
  'nombre',
  'correo',
  'telefono',
  'apoyo',
  'apoyo_otro',
  ...purposes.map((purpose) => `acepta_${purpose}`),
  'consentimiento_fecha',
  'menor_oido',
  'acudiente_nombre',
  'acudiente_contacto',
  'genero',
  'genero_otra',
  'anio_nacimiento',
  ...wgQuestions,
  'cuida',
  'etnia',
  'victima',
  'organizacion',
  'organizacion_tipo',
  'como_supo',
  'localidad',
  'documento_tipo',
  'documento',
  'canal',
  'asistio',
];
const rules = ['columns', 'yes', 'date', 'several', 'empty', 'without', 'document'] as const;
const lists = [
  'genero',
  'cuida',
  'etnia',
  'victima',
  'apoyo',
  'como_supo',
  'documento_tipo',
] as const;

/**
 * The second page, for who types the list: which code each answer is, and what goes in the other
 * columns.
 */
export function PaperKey({
  options,
  localities,
}: {
  options: Catalogue;
  localities: { code: string; name: string }[];
}) {
  const t = useT('roster');
  const asked = columns.filter((name) => name !== 'localidad' || localities.length > 0);
  return (
    <section className="sheet paper u-page" aria-labelledby="claves">
      <h2 id="claves">{t('paper.key')}</h2>
      <ul className="paper__rules">
        {rules.map((rule) => (
          <li key={rule}>
            {t(`paper.key.${rule}`)} {rule === 'columns' && <code>{asked.join(' · ')}</code>}
          </li>
        ))}
      </ul>
      <div className="paper__keys">
        <Codes column="organizacion_tipo" codes={options.organizacion_tipo} />
        {localities.length > 0 && (
          <Codes
            column="localidad"
            codes={localities.map(({ code, name }) => ({ code, label: name }))}
          />
        )}
        <Codes column="wg_ver … wg_comunicar" codes={options.wg} />
        {lists
          .filter((list) => options[list].length > 0)
          .map((list) => (
            <Codes key={list} column={list} codes={options[list]} />
          ))}
      </div>
    </section>
  );
}
