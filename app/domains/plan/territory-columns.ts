import { columnKey } from '#app/platform/spreadsheets/column-names.ts';

/** What a column of a list of localities may be. */
export const territoryColumns = ['codigo', 'nombre', 'otros', 'poblacion', 'fecha'] as const;
export type TerritoryColumn = (typeof territoryColumns)[number];

/** The words of a title that tell what its column is, the surest first; a word may be only its beginning. */
const signs: [TerritoryColumn, RegExp][] = [
  ['otros', /^(?:tambien|otr[oa]s?|alias|alternativ\w*|conocid\w*|sinonim\w*|also|other|apod\w*)$/],
  ['fecha', /^(?:fecha|corte|date|dia)$/],
  [
    'codigo',
    /^(?:cod\w*|code|id|clave|num\w*|no|nro|gid|ubigeo|divipola|dpa\w*|cve\w*|objectid|fid)$/,
  ],
  ['poblacion', /^(?:pob\w*|hab\w*|pers\w*|popul\w*|censo|censad\w*|residentes|people|gente)$/],
  ['fecha', /^(?:anio|ano|year|vigencia)$/],
  [
    'nombre',
    new RegExp(
      '^(?:nom\\w*|name|denominacion|lugar|localidad\\w*|comuna\\w*|barrio\\w*|parroquia\\w*|distrito\\w*|' +
        'corregimiento\\w*|sector\\w*|zona\\w*|municipio\\w*|vereda\\w*)$',
    ),
  ],
];

/** Words for the parts of a city that its files name, with their plurals and how English says them. */
const divisions: Record<string, { es: [string, string]; en: [string, string] }> = {
  comuna: { es: ['comuna', 'comunas'], en: ['commune', 'communes'] },
  barrio: { es: ['barrio', 'barrios'], en: ['neighbourhood', 'neighbourhoods'] },
  parroquia: { es: ['parroquia', 'parroquias'], en: ['parish', 'parishes'] },
  distrito: { es: ['distrito', 'distritos'], en: ['district', 'districts'] },
  corregimiento: { es: ['corregimiento', 'corregimientos'], en: ['township', 'townships'] },
  vereda: { es: ['vereda', 'veredas'], en: ['rural district', 'rural districts'] },
  sector: { es: ['sector', 'sectores'], en: ['sector', 'sectors'] },
  zona: { es: ['zona', 'zonas'], en: ['zone', 'zones'] },
  municipio: { es: ['municipio', 'municipios'], en: ['municipality', 'municipalities'] },
  localidad: { es: ['localidad', 'localidades'], en: ['locality', 'localities'] },
};

/** The word for the parts of the city that titles or the name of a file give away. */
export function guessDivision(texts: readonly string[]) {
  const words = texts.flatMap((text) => columnKey(text).split('_'));
  const found = Object.entries(divisions).find(([word, { es }]) =>
    words.some((each) => each === word || each === es[1]),
  );
  if (!found) return null;
  const [one, many] = [0, 1] as const;
  const { es, en } = found[1];
  return { es: { one: es[one], many: es[many] }, en: { one: en[one], many: en[many] } };
}

/** What each column of a list probably is, by its title; each thing is found once, what is not is left out. */
export function guessColumns(header: readonly string[]): Map<string, TerritoryColumn> {
  const found = new Map<string, TerritoryColumn>();
  for (const [column, sign] of signs) {
    if ([...found.values()].includes(column)) continue;
    const name = header.find(
      (title) =>
        !found.has(title) &&
        columnKey(title)
          .split('_')
          .some((word) => sign.test(word)),
    );
    if (name !== undefined) found.set(name, column);
  }
  // A title that names nothing we know: the only column left is the name.
  const left = header.filter((title) => !found.has(title));
  const [only, ...others] = left;
  if (only !== undefined && others.length === 0 && ![...found.values()].includes('nombre'))
    found.set(only, 'nombre');
  return found;
}

/** The year that a title carries: `hab_2022`. */
export function yearOf(title: string): string | null {
  return /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(title)?.[1] ?? null;
}
