import type { Found } from './types.ts';

const at = '(?:@|[\\[({]\\s{0,2}(?:arroba|at)\\s{0,2}[\\])}]|\\b(?:arroba|at)\\b)';
const dot = '(?:\\.|[\\[({]\\s{0,2}(?:punto|dot)\\s{0,2}[\\])}]|\\b(?:punto|dot)\\b)';
const ends = '(?:com|co|es|org|net|edu|gov|gob|me|info|io|mil|ve|mx)';
const name =
  '(?:\\b[a-z0-9] ){0,20}[a-z0-9][a-z0-9._%+-]{0,63}' +
  `(?:\\s{0,2}(?:\\.|\\bpunto\\b|\\bguion(?: bajo)?\\b)\\s{0,2}[a-z0-9_-]{1,30}){0,3}`;
const host =
  `[a-z0-9-]{2,60}(?:\\.[a-z]{2,20}|\\s{0,2}${dot}\\s{0,2}${ends}\\b){1,3}` +
  '|(?:gmail|hotmail|yahoo|outlook|live|icloud)\\s?(?:com|es)?\\b';
const mail = new RegExp(`${name}\\s{0,2}${at}\\s{0,2}(?:${host})`, 'g');
const publicHost = /(?:\.|punto)\s*(?:gov|gob|mil)\b/;

/** Mail addresses, also spelled out; those of public offices are no person's. */
export function findMails(text: string): Found[] {
  return [...text.matchAll(mail)]
    .filter((found) => !publicHost.test(found[0]))
    .map((found) => ({
      kind: 'correo',
      start: found.index,
      end: found.index + found[0].length,
      confidence: 0.95,
    }));
}

const way = [
  '(?:calle|cll?|carrera|cra|crr|kra|krr?|cr|k|ak|ac|avenida(?: carrera| calle)?|',
  'av(?: cra?| cll?)?|transversal|transv|tv|trans|diagonal|diag|dg)',
].join('');
const ordinal = '(?:primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima)';
const suffix = '(?:\\s?[a-h-k-z]?(?:\\s?bis)?(?:\\s?[a-h])?(?:\\s?(?:sur|este|norte))?)';
const mark = '(?:\\s{0,2}(?:,\\s?)?(?:#|con numero|numero|nro|num|no|n)[\\s.°º]{0,3})';
const plate = `\\d{1,3}(?:[a-h](?=\\d)|${suffix}\\s{0,2}(?:-|–|\\s)\\s{0,2})\\d{1,3}(?:\\s?(?:sur|este))?`;
const unit =
  '(?:[\\s,]{1,3}(?:apto|apartamento|ap|interior|int|casa|torre|bloque|piso|oficina)\\.?\\s{0,2}\\d{0,4}){0,3}';
const address = new RegExp(
  [
    `\\b(?:${way}[\\s.]{1,2}(?:\\d{1,3}|${ordinal}|[a-z]{4,12}(?: de [a-z]{3,10})?)${suffix}|`,
    `(?<=\\b(?:vivo|vive|vivimos) en la )\\d{1,3}${suffix})(?:${mark}${plate}${unit}|`,
    `\\s${plate}(?=[\\s,]{1,3}(?:apto|apartamento|casa|interior|int|torre)\\b)${unit})`,
  ].join(''),
  'g',
);
const lot = new RegExp(
  [
    String.raw`\b(?:mz|manzana)\.?\s{0,2}\d{1,3}[a-z]?[\s,]{1,3}(?:casa|lote|lt|cs)\.?\s{0,2}\d{1,3}|`,
    String.raw`\b(?:torre|bloque|interior)\s?\d{1,2}[\s,]{1,3}(?:apto|apartamento|casa)\.?\s?\d{1,4}`,
  ].join(''),
  'g',
);
const home = new RegExp(
  [
    String.raw`\b(?:vivo|vivimos|vive|viven|resido|reside|residencia|domicilio|mi casa|mi apartamento|`,
    String.raw`mi direccion|me encuentran|apto|apartamento)\b`,
  ].join(''),
);
const dwelling =
  /\b(?:direccion\s?:|vecin[oa]|senora? de la|casa|int|interior|torre|bloque|piso)\b/;
const publicPlace = new RegExp(
  [
    String.raw`\b(?:parques?|alcaldia|hospital|colegio|escuela|cai|biblioteca|centro|salon comunal|`,
    String.raw`semaforos?|iglesia|parroquia|paradero|estacion|esquina|huecos?|andenes|anden|`,
    String.raw`casa de la cultura|casa de justicia|sede|universidad|jardin|plaza|comedor|canchas?|`,
    String.raw`puente|museo|teatro|comisaria|oficina|poste|canecas?|hundimiento|fuga|local|tienda|`,
    String.raw`supermercado|obra)\b`,
  ].join(''),
);

/** Addresses of homes; of one that nobody places in a home or in public, the detector is not sure. */
export function findAddresses(text: string): Found[] {
  const lots = [...text.matchAll(lot)].map((found): Found => {
    const end = found.index + found[0].length;
    return { kind: 'direccion', start: found.index, end, confidence: 0.9 };
  });
  const ways = [...text.matchAll(address)].flatMap((found): Found[] => {
    const end = found.index + found[0].length;
    const around = text.slice(Math.max(0, found.index - 60), end + 40);
    const before = text.slice(Math.max(0, found.index - 60), found.index);
    const isHome = home.test(around);
    if (!isHome && publicPlace.test(before)) return [];
    const confidence = isHome || dwelling.test(around) ? 0.95 : 0.6;
    return [{ kind: 'direccion', start: found.index, end, confidence }];
  });
  return [...lots, ...ways];
}

const vehicle = new RegExp(
  [
    String.raw`\b(?:placas?|carros?|motos?|motocicletas?|motocarro|taxis?|camion|camioneta|vehiculos?|`,
    String.raw`buseta|automovil|matricula|volqueta|furgon|mazda|chevrolet|renault|parque\w+|`,
    String.raw`estaciona\w*)\b`,
  ].join(''),
);
const said = /\b(?:placas?|matricula)\b[^.;\n]{0,20}$/;
const plates = new RegExp(
  [
    String.raw`(?<![a-z0-9])(?:[a-z](?:[\s.·-]?[a-z]){2}[\s.·-]{0,2}(?:\d[\s-]?\d[\s-]?\d|`,
    String.raw`\d\d[\s-]?[a-z])|\d{3}[\s-]?[a-z]{3})(?![a-z0-9])`,
  ].join(''),
  'g',
);
const noLetters = new RegExp(
  [
    String.raw`\b(?:con|por|los|las|del|que|son|hay|ley|art|cra|cll|kra|mil|ntc|upz|nsr|iso|ods|cie|`,
    String.raw`vez|mas|una|uno|dos|hoy|suv|sus|mis|tel|cel|nro|num|apto|ano|sin|hace|las)\b`,
  ].join(''),
);

/** Plates of cars, motorbikes and motor tricycles, where the text speaks of a vehicle. */
export function findPlates(text: string, written: (at: Found) => string): Found[] {
  return [...text.matchAll(plates)].flatMap((found): Found[] => {
    const start = found.index;
    const end = start + found[0].length;
    const before = text.slice(Math.max(0, start - 60), start);
    const at: Found = { kind: 'placa', start, end, confidence: 0.95 };
    if (noLetters.test(found[0])) return [];
    if (said.test(before)) return [at];
    const original = written(at);
    if (original !== original.toUpperCase()) return [];
    return vehicle.test(`${before} ${text.slice(end, end + 40)}`) ? [at] : [];
  });
}
