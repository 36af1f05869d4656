import type { Found } from './types.ts';

const vehicle = new RegExp(
  [
    String.raw`\b(?:placas?|carros?|motos?|motocicletas?|motocarro|taxis?|camion|camioneta|`,
    String.raw`vehiculos?|bus|buseta|colectivo|automovil|`,
    String.raw`matricula|volqueta|furgon|tractomula|mula|parque\w+|estaciona\w*|atropell\w+|pita|`,
    String.raw`exosto|mazda|chevrolet|renault|kia|`,
    String.raw`hyundai|nissan|toyota|ford|suzuki|yamaha|honda|bajaj|akt|pulsar|boxer|bws|nkd|spark|`,
    String.raw`sail|aveo|logan|sandero|duster|`,
    String.raw`twingo|clio|picanto|swift|volkswagen|jac|foton|hino|turbo|campero|automovil|conductor|chofer)\b`,
  ].join(''),
);
const said = /\b(?:placas?|matricula)\b[^.;\n]{0,20}$/;
const plates = new RegExp(
  [
    String.raw`(?<![a-z0-9])(?:[a-z](?:[\s.·-]?[a-z]){2}[\s.·-]{0,2}(?:\d[\s-]?\d[\s-]?\d|\d\d[\s-]?[a-z])|`,
    String.raw`\d{3}[\s-]?[a-z]{3})(?![a-z0-9])`,
  ].join(''),
  'g',
);
const noLetters = new RegExp(
  [
    String.raw`\b(?:con|por|los|las|del|que|son|hay|ley|art|cra|cll|kra|mil|ntc|upz|nsr|iso|ods|cie|`,
    String.raw`sim|jac|idu|`,
    String.raw`vez|mas|una|uno|dos|hoy|suv|sus|mis|tel|cel|nro|num|apto|ano|sin|hace|las|mts|kms|bus|`,
    String.raw`cop|usd)\b`,
  ].join(''),
);
const letterName = [
  '(?:doble (?:u|ve)|be|ce|de|efe|ge|hache|jota|ka|ele|eme|ene|pe|cu|erre|ere|ese|te|uve|ve|equis|',
  'ye|i griega|zeta|[a-z])',
].join('');
const digitName = '(?:\\d|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)';
const tensName =
  '(?:(?:diez|once|doce|trece|catorce|quince|dieci[a-z]{4,6}|veint[a-z]{1,7}|treinta|cuarenta|cincuenta|sesenta|' +
  `setenta|ochenta|noventa)(?: y ${digitName})?)`;
const wholeName =
  '(?:(?:cien|ciento|doscientos|trescientos|cuatrocientos|quinientos|seiscientos|setecientos|ochocientos|' +
  `novecientos)(?: (?:${tensName}|${digitName}))?)`;
const numberNames =
  `(?:[\\s,-]{1,2}(?:\\d{3}|${wholeName}|${digitName}[\\s,-]{1,2}${tensName}|` +
  `${digitName}(?:[\\s,-]{1,2}${digitName}){1,2}|${tensName}|\\d{2}))`;
const spelled = new RegExp(
  `\\bplacas?\\b(?: (?:es|son|numero|del? [a-z]{3,12}))?[\\s:]{1,2}` +
    `(${letterName}(?:[\\s,-]{1,2}${letterName}){2}` +
    `${numberNames}(?:[\\s,-]{1,2}${letterName})?)(?![a-z0-9])`,
  'g',
);

/** Right after the kind or make of a vehicle small letters with a gap are a plate too. */
const named = new RegExp(
  String.raw`\b(?:carro|moto|taxi|camion|camioneta|automovil|buseta|volqueta|furgon|mazda|chevrolet|renault|kia|` +
    String.raw`hyundai|nissan|toyota|ford|suzuki|yamaha|honda|spark|sail|aveo|logan|sandero|duster|twingo|clio)` +
    String.raw`(?: (?:\d{1,2}|gris|rojo|roja|blanco|blanca|negro|negra|azul|verde))?\s$`,
);
const brand = /^(?:bmw|byd|akt|bws|nkd|kia|jac|mpv|cvt|gtr|crv|hrv|xtz|fz|cc)/;

/** Plates of cars, motorbikes and motor tricycles, where the text speaks of a vehicle. */
export function findPlates(text: string, written: (at: Found) => string): Found[] {
  const words = [...text.matchAll(spelled)].map(({ index, 0: all, 1: name = '' }): Found => {
    const end = index + all.length;
    return { kind: 'placa', start: end - name.length, end, confidence: 0.9 };
  });
  const signs = [...text.matchAll(plates)].flatMap((found): Found[] => {
    const start = found.index;
    const end = start + found[0].length;
    const before = text.slice(Math.max(0, start - 60), start);
    const at: Found = { kind: 'placa', start, end, confidence: 0.95 };
    if (noLetters.test(found[0])) return [];
    if (said.test(before)) return [at];
    const original = written(at);
    const isSpoken = vehicle.test(`${before} ${text.slice(end, end + 40)}`);
    // In small letters only a plate without gaps is one: «nkd45e», not «por 100».
    const isPlain =
      original === original.toUpperCase() ||
      /^[a-z]{3}-?\d\d[\da-z]$/.test(original) ||
      (named.test(before) && !/^(?:[^aeiou]*[aeiou]){2}/.test(found[0]) && !brand.test(found[0]));
    return isSpoken && isPlain ? [at] : [];
  });
  return [...signs, ...words];
}
