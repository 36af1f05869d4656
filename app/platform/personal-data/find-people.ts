import { givenNames, surnames } from './names.ts';
import type { Found } from './types.ts';

/** Lower case without accents, a character for a character. */
function plain(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => letter.normalize('NFD')[0] ?? letter)
    .join('')
    .toLowerCase();
}

const capital = "\\p{Lu}[\\p{L}’']+";
const names = new RegExp(
  `(?<![\\p{L}\\d])${capital}(?:\\s(?:(?:de|del|de la|de los|de las)\\s)?${capital}){1,4}`,
  'gu',
);
const related = [
  '(?:vecin[oa]|herman[oa]|hij[oa]|ni[nñ][oa]|espos[oa]|marido|mama|papa|madre|padre|',
  'ti[oa]|prim[oa]|cunad[oa]|suegr[oa]|abuel[oa]|niet[oa]|sobrin[oa]|amig[oa]|compadre|',
  'comadre|duen[oa]|companer[oa]|novi[oa]|jef[ea]|lider(?:esa)?|administrador[a]?|',
  'tender[oa]|celador[a]?|vigilante|portero|profe|profesor[a]?|docente|doctor[a]?|',
  'medic[oa]|don|dona|senor[a]?|sr|sra)',
].join('');
const near = new RegExp(`\\b${related}\\.?(?:\\s(?:se llama|llamad[oa]|es))?[\\s,:]{1,2}$`);
const around = new RegExp(`\\b${related}\\b[^.;\\n]{0,32},\\s$`);
const signs =
  /\b(?:me llamo|mi nombre es|se llama|firmo|firma:?|firmado:?|atentamente,?|att:?|cordialmente,?)[\s:,.-]{1,3}$/;
const presents = new RegExp(
  [
    String.raw`\b(?:me llamo|mi nombre es|soy|yo,?|firmo|firma:?|firmado:?|atentamente,?|att:?|`,
    String.raw`cordialmente,?|denuncio a|acuso a|culpa de|habl\w+ con|pregunt\w+ por|comuni\w+ con|`,
    String.raw`llam\w+ a|busquen a|contact\w+ a|papa de|mama de|madre de|padre de|`,
    String.raw`nombre de)[\s:,.-]{1,3}$`,
  ].join(''),
);
const office = new RegExp(
  [
    String.raw`\b(?:juez[a]?|magistrad[oa]|alcald\w+|president[ea]|ministr[oa]|senador[a]?|`,
    String.raw`concejal[a]?|edil(?:esa)?|secretari[oa]|director[a]?|gobernador[a]?|representante|`,
    String.raw`congresista|personer[oa]|contralor[a]?|procurador[a]?|escritor[a]?|autor[a]?|poeta|`,
    String.raw`general|arquitect[oa]|papa francisco)\b[^.;\n]{0,45}$`,
  ].join(''),
);
const place = new RegExp(
  [
    String.raw`\b(?:avenida|av|c\/|calle|carrera|parque|colegio|biblioteca|plaza|plazoleta|hospital|`,
    String.raw`barrio|localidad|ley|fundacion|universidad|estacion|portal|jardin|puente|institucion|`,
    String.raw`escuela|ied|urbanizacion|vereda|centro|premio|teatro|coliseo|estadio|museo|comuna|`,
    String.raw`clinica|san|santa|nuestra|senora del|estatua|monumento|concha|auditorio|`,
    String.raw`sala)\b[^,.;\n]{0,20}$`,
  ].join(''),
);
const publicTitle = new RegExp(
  [
    String.raw`^(?:juez|magistrad|fiscal|rector|inspector|comandante|defensor|alcald|president|minist|`,
    String.raw`secretari|senador|concej|director|gobern|junta|accion|ciudad|bogot|republica|nuestra|`,
    String.raw`santa|san |policia|estado|colombia|distrit)`,
  ].join(''),
);
const lowerNames = new RegExp(
  `\\b${related}\\.?,?\\s((?:[a-z]+\\s){1,2}[a-z]+)(?=[,.;]|$|\\s(?:el|la|que|del|no|esta|vive)\\b)`,
  'g',
);
const identified =
  /^[\s,]{1,3}(?:(?:identificad[oa]|mayor)\b|\d{7}|c\.?\s?c\b|cedula|(?:el|la) (?:del|de la) )/;

const privateAct = new RegExp(
  [
    String.raw`^,? (?:vive|necesita|tiene|roba|vende droga|bebe|maltrata|golpea|esta enferm[oa]|`,
    String.raw`fue (?:el|la) que|es (?:el|la) que)\b`,
  ].join(''),
);

function confidenceOf(name: string, before: string, next: string): number {
  const [first = '', ...rest] = name.split(' ');
  const isGiven = givenNames.has(first);
  const isFull = isGiven && rest.some((word) => surnames.has(word));
  if (publicTitle.test(name) || office.test(before) || place.test(before)) return 0;
  if (near.test(before) || signs.test(before)) return 0.9;
  if (!isGiven) return 0;
  if (presents.test(before) || around.test(before) || identified.test(next)) return 0.9;
  if (isFull && privateAct.test(next)) return 0.85;
  if (isFull && /\b(?:ese|esa|el|la) (?:man|tipo|vieja|sujeto|vecin[oa])\s$|\bes\s$/.test(before))
    return 0.85;
  return /^\s*$/.test(before) && isFull && /^\s*[,.]?\s*$/.test(next) ? 0.7 : 0;
}

/**
 * Names of people that a text presents as neighbours, relatives or its author; not of public persons in
 * their function, nor of streets, schools or laws. Takes the text as it was written: capitals count.
 */
export function findPeople(written: string): Found[] {
  const text = plain(written);
  if (text.length !== written.length) return [];
  const found = [...written.matchAll(names)].flatMap((at): Found[] => {
    let start = at.index;
    let name = plain(at[0]);
    const cue =
      /^(?:(?:yo|soy|don|dona|senora?|sra?|firmo|atentamente|denuncio|profe(?:sora?)?|el|la|mi)\s)+/.exec(
        name,
      );
    if (cue) {
      start += cue[0].length;
      name = name.slice(cue[0].length);
    }
    if (!name.includes(' ')) return [];
    const end = at.index + at[0].length;
    const before = text.slice(Math.max(0, start - 70), start);
    const confidence = confidenceOf(name, before, text.slice(end, end + 30));
    return confidence > 0 ? [{ kind: 'persona', start, end, confidence }] : [];
  });
  const lower = [...text.matchAll(lowerNames)].flatMap((at): Found[] => {
    const name = at[1] ?? '';
    const words = name.split(' ');
    if (!givenNames.has(words[0] ?? '') || !surnames.has(words.at(-1) ?? '')) return [];
    const end = at.index + at[0].length;
    return [{ kind: 'persona', start: end - name.length, end, confidence: 0.85 }];
  });
  return [...found, ...lower];
}
