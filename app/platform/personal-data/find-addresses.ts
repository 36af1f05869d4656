import type { Found } from './types.ts';

const way = [
  '(?:(?:[ck]al+e|cale|cll|clle|kll|car+er+a|karrera|cra|crr|crra|kra|krra|avenida(?: carrera|',
  ' calle)?|avda|ave|transversal|',
  'transv|tranv|trans|trv|diagonal|diag)[\\s.]{0,2}|(?:cl|cle|cr|kr|krr|k|ak|ac|av(?: cra?| cll?|',
  ' calle| carrera)?|tv|tr|dg)[\\s.]{1,2})',
].join('');
const ordinal = '(?:primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima)';
const letter = '(?:\\s?[a-z](?![a-z]))?';
const side = '(?:\\s?(?:sur|este|norte|oeste))?';
const suffix = `(?:${letter}(?:\\s?bis)?${letter}${side})`;
const mark = '(?:\\s{0,2}(?:,\\s?)?(?:#|con numero|numero|nro|num|no|n)[\\s.°º]{0,3})';
const plate = `\\d{1,3}(?:[a-h](?=\\d)|${suffix}\\s{0,2}(?:-|–|\\s)\\s{0,2})\\d{1,3}${side}`;
const unit = [
  '(?:[\\s,]{1,3}(?:apto|apartamento|apt|ap|interior|int|casa|torre|t|bloque|piso|oficina)(?![a-z])',
  '\\.?\\s{0,2}\\d{0,4}){0,3}',
].join('');
const named = '[a-z]{4,12}(?: de [a-z]{3,10})?';
const nth = '(?:\\d{1,3}(?:ma|ra|da|ta|va|na|a(?![a-z]))?)';
const road = `\\b${way}(?:${nth}|${ordinal}|${named})${suffix}`;
const lives = '\\b(?:vivo|vive|vivimos|viven|resido|reside|residimos)';
const marked = new RegExp(
  `(?:${road}|(?<=${lives} en la )\\d{1,3}${suffix})${mark}${plate}${unit}`,
  'g',
);
const unmarked = new RegExp(`\\b${way}(?:\\d{1,3}|${named})${suffix}\\s{1,2}${plate}${unit}`, 'g');
const crossing = new RegExp(
  `(?:\\b${way}|(?<=\\b(?:en|de) la ))\\d{1,3}${suffix}\\s(?:con|y|esquina)\\s(?:${way})?\\d{1,3}${suffix}`,
  'g',
);
const livesAt = new RegExp(
  `(?:${lives}|\\b(?:mi (?:casa|apto|apartamento)|domicilio))(?: es| queda)?(?: en)?(?: la)?[\\s,:]{1,2}$`,
);

const home = new RegExp(
  [
    String.raw`\b(?:vivo|vivimos|vive|viven|resido|reside|residencia|domicilio|mi (?:casa|casita|rancho|pieza)|`,
    String.raw`(?:arriend|alquil)\w+ (?:pieza|habitacion|apto|apartamento|casa)|la casa de (?:don|dona|mi)|`,
    String.raw`mi apartamento|mi apto|casa de mi|`,
    String.raw`mi dir(?:eccion)?|me encuentran|apto|apartamento)\b`,
  ].join(''),
);
const dwelling = new RegExp(
  [
    String.raw`\b(?:direccion\s?:|vecin[oa]|senora? de la|casa(?! de (?:la cultura|justicia))|int|`,
    String.raw`interior|torre|bloque|`,
    String.raw`piso|recojan|mandenlo|traiganlo)\b`,
  ].join(''),
);
const publicPlace = new RegExp(
  [
    String.raw`\b(?:parques?|alcaldia|hospital|clinica|colegio|escuela|cai|biblioteca|centro|`,
    String.raw`salon comunal|semaforos?|iglesia|`,
    String.raw`parroquia|paradero|estacion|portal|esquina|huecos?|andenes|anden|casa de la cultura|`,
    String.raw`casa de justicia|sedes?|`,
    String.raw`universidad|jardin|plaza|comedor|canchas?|puente|museo|teatro|comisaria|oficinas?|`,
    String.raw`postes?|canecas?|hundimiento|fuga|`,
    String.raw`local|tienda|supermercado|obras?|secretaria|ministerio|idu|idrd|icbf|sena|dian|cade|`,
    String.raw`supercade|eps|ips|subred|notaria|`,
    String.raw`banco|juzgado|personeria|defensoria|contraloria|procuraduria|fiscalia|veeduria|`,
    String.raw`acueducto|bomberos|terminal|cdc|`,
    String.raw`policia|estadio|coliseo|atienden?|via|tramo|cruce|ciclorruta|ciclovia|alcantarilla|`,
    String.raw`basurero|luminarias?)\b`,
  ].join(''),
);

const number = '\\.?\\s{0,2}\\d{1,4}[a-z]?(?![a-z\\d])';
const flat = `(?:apto|apartamento|apt|apa?rta|ap|casa|cs)${number}`;
const block = `(?:torre|bloque|interior|int|etapa)(?:\\.?\\s{0,2}(?:\\d{1,2}|[a-z])(?![a-z\\d]))`;
const square = '(?:mz|manzana)\\.?\\s{0,2}(?:\\d{1,3}[a-z]?|[a-z])(?![a-z\\d])';
const lot = `(?:casa|lote|lt|predio|parcela|cs)${number}`;
const between = '[\\s,-]{1,3}(?:de la |del )?';
const estate = '(?:conjunto|edificio|urbanizacion|unidad residencial|multifamiliar)';
const units = new RegExp(
  [
    `\\b${square}${between}${lot}|\\b${lot}${between}${square}`,
    `|\\b${block}${between}${flat}|\\b${flat}${between}${block}`,
    `|\\b${estate}\\s[a-z0-9 ]{3,40}?[\\s,]{1,3}${flat}`,
    `|${lives}\\b[^.;\\n]{1,50}?\\b${flat}`,
  ].join(''),
  'g',
);
const country = new RegExp(
  [
    '\\b(?:vereda (?:el |la |los |',
    'las )?[a-z]{3,15}(?: [a-z]{3,15}){0,2}[\\s,]{1,3}(?:en la )?finca (?:el |la |',
    'los |las )?[a-z]{3,15}|',
    'finca (?:el |la |los |las )?[a-z]{3,15}[\\s,]{1,3}(?:de la |en la )?vereda ',
    '(?:el |la |los |las )?[a-z]{3,15}(?: [a-z]{3,15})?|',
    `(?<=${lives} en (?:la |el )?)(?:vereda|finca) (?:el |la |los |las )?[a-z]{3,15}(?: [a-z]{3,15})?)`,
  ].join(''),
  'g',
);

/** Where somebody says that they live by what stands beside it, and what their house looks like. */
const beside = new RegExp(
  [
    `(?:${lives}|\\b(?:mi|nuestra) (?:casa|casita|rancho|pieza|apto|apartamento))(?: (?:queda|`,
    `quedamos|es|esta|ubicad[oa]|justo|ahi|en))*`,
    ' (?:al |en )?(?:frente|enfrente|lado|pegad[oa]s?|detras|diagonal|encima|arriba|debajo|esquina|',
    'la esquina|la vuelta)',
    ' (?:a|al|de|del|con)\\b[^.;\\n]{2,50}?[\\s,]{1,2}(?:(?:casa|puerta|porton|fachada|rejas?) (?:de )?(?:color )?',
    '(?:rejas?|azul(?:es)?|verdes?|blanc[oa]s?|amarill[oa]s?|roj[oa]s?|cafes?|rosad[oa]s?|naranjas?|gris(?:es)?|',
    'negr[oa]s?|(?:dos|tres) pisos|\\d{1,3})|(?:segundo|tercer|cuarto|primer|2|3) piso|piso \\d)\\b',
  ].join(''),
  'g',
);
/** After a crossing: which house it is. */
const nextDoor = new RegExp(
  [
    String.raw`^[^.;\n]{0,60}\b(?:(?:apto|apartamento|casa|numero|piso)\.?\s?\d|(?:ahi|alli|alla) (?:viv|queda mi)|`,
    String.raw`casas? (?:abajo|arriba|mas)|(?:segundo|tercer|cuarto) piso)`,
  ].join(''),
);
const livesBefore = new RegExp(
  `(?:${lives}|\\bmi (?:casa|apto|apartamento|rancho)|\\bla casa de (?:don|dona|mi)\\b)[^.;\\n]{0,40}$`,
);

const all = (text: string, pattern: RegExp, confidence: number): Found[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => {
    return { kind: 'direccion', start: index, end: index + words.length, confidence };
  });

/** The sentence before a place, as far as it helps. */
const beforeOf = (text: string, start: number) =>
  text
    .slice(Math.max(0, start - 60), start)
    .split(/(?<=[a-z]{4}[.;]|\n)\s/)
    .at(-1) ?? '';

/** Addresses of homes; of one that nobody places in a home or in public, the detector is not sure. */
export function findAddresses(text: string): Found[] {
  const isHome = ({ start, end }: Found) =>
    home.test(text.slice(Math.max(0, start - 60), end + 40));
  const streets = all(text, marked, 0.6).filter(
    (found) => isHome(found) || !publicPlace.test(beforeOf(text, found.start)),
  );
  // A whole address without its sign, and nothing else, is somebody's.
  const isAlone = ({ start, end }: Found) =>
    text.slice(0, start).trim() === '' && text.slice(end).trim() === '';
  const plain = all(text, unmarked, 0.9).filter((found) => isHome(found) || isAlone(found));
  const crossings = all(text, crossing, 0.85).filter(
    ({ start, end }) =>
      livesAt.test(text.slice(Math.max(0, start - 40), start)) ||
      /^[^.;\n]{1,45}\b(?:apto|apartamento)\.?\s?\d/.test(text.slice(end, end + 60)) ||
      (nextDoor.test(text.slice(end, end + 75)) &&
        (livesBefore.test(text.slice(Math.max(0, start - 70), start)) ||
          /\b(?:ahi|alli|alla) viv/.test(text.slice(end, end + 75)))),
  );
  const sure = (found: Found): Found => {
    const isDwelling = dwelling.test(text.slice(Math.max(0, found.start - 60), found.end + 40));
    return isHome(found) || isDwelling ? { ...found, confidence: 0.95 } : found;
  };
  return [
    ...streets.map(sure),
    ...plain,
    ...all(text, units, 0.9),
    ...crossings,
    ...all(text, country, 0.85),
    ...all(text, beside, 0.7),
  ];
}
