import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { city } from '#app/platform/city/city.ts';
import { withoutCode } from '#app/platform/city/telephone.ts';
import type { Found } from './types.ts';

const gap = '[\\s.\\-–_/*·()]{0,3}';
const documentRun = `\\d(?:[\\s.,\'’\\-–_/*·()]{0,3}\\d){4,14}`;
const run = `\\d(?:${gap}\\d){4,19}`;
// A document's number may stand some words away from its name, in the same sentence.
const filler = `(?:[\\s:,;#°º()'«»"-]|\\b(?:no|nro|num|numero|n)\\.|[a-z]){0,48}?`;
const close = [
  '(?:[\\s.:,;#°º()-]|\\b(?:no|nro|num|numero|n|es|son|la|el|al|a|de|mi|mio|con|ciudadania|',
  'extranjeria|identidad|personal|por|mas)\\b){0,12}',
].join('');
const shortCue =
  '(?:\\b(?:c\\.?\\s?c|t\\.?\\s?i|c\\.?\\s?e|r\\.?\\s?c|p\\.?p\\.?t|p\\.?e\\.?p|dni|tp)(?![a-z])\\.?)';
const longCue = [
  '(?:\\b(?:[csz]e[dt]ul(?:a|as|ita)|nuip|tarjeta (?:de identidad|profesional|militar)|documentos?|dcto|docto|doc|',
  'identific\\w*|identidad|registro civil|libreta militar|salvoconducto|licencia de conduccion|pase de conduccion|',
  'carnet?|contrasena|permiso)(?![a-z]))',
].join('');
const documents = new RegExp(`${shortCue}${close}(${documentRun})`, 'g');
const toldDocuments = new RegExp(`${longCue}(${filler})(?<!\\d)(${documentRun})`, 'g');
const passports = new RegExp(`\\bpasaporte\\b${close}([a-z]{0,3}\\s?\\d{5,9})`, 'g');
const taxNumbers = new RegExp(`\\b(?:nit|rut)\\b${close}(${run})`, 'g');
const wallets = new RegExp(
  String.raw`\b(?:ne[qkc](?:u?[iy]|ky)|da[vb]i ?plata|transfi ?ya|movii|(?:ahorro )?a la mano|dale|powwi|tpaga|` +
    String.raw`rappipay|nubank|uala|billetera(?: digital| virtual)?|llaves?|bre-?b|breve)\b`,
  'g',
);
const bank =
  '(?:bancolombia|davivienda|bbva|nu|colpatria|av villas|caja social|lulo|rappipay|bancamia|' +
  'banco(?: [a-z]{2,12}){1,3})';
const accountCue = new RegExp(
  [
    String.raw`\b(?:(?:cuenta|cta)\.?(?: de)? ?(?:ahorros?|corriente|bancaria)|ahorros|`,
    String.raw`(?:numero|nro|no\.?) de (?:la |mi )?cuenta|mi cuenta|(?<!contrato )(?:cuenta|`,
    String.raw`cta)(?=\.?(?:[\s:#]| es| la| numero){1,4}\d[\d .-]{6})|`,
    String.raw`(?:cuenta|cta)\.? (?:numero|nro|num|no|n)\b|(?:consig|deposit|gir|`,
    String.raw`transf)\w+ [^.;\d\n]{0,25}\bcuenta|`,
    String.raw`(?:consig|deposit|gir|transf)\w+ (?:a|en|al) ${bank}|cuenta (?:de |del |en )?${bank}|`,
    String.raw`${bank} ahorros?)\b`,
  ].join(''),
  'g',
);
const firstRun = new RegExp(`^[^\\d.;\\n]{0,45}(?:\\bno\\.\\s*)?(${run})`);
const key = /\b(?:llave|bre-?b)\b[^@\n]{0,20}(@[a-z0-9._-]{4,30})/g;
const card = new RegExp(`\\b(?:\\d{4}[\\s-]?){3}\\d{4}\\b`, 'g');
const cardWord = /\b(?:tarjeta|visa|master ?card|credito|debito)\b[^.;\n]{0,40}$/;
/** A number dictated digit by digit, with commas between its groups. */
const listed = /(?<![\d,.] ?)3(?:(?:,\s|[\s.-]{0,2})\d){9}(?![\d,.]? ?\d)/g;
const phones = new RegExp(`\\+?\\(?\\+?${run.replace('{4,19}', '{6,14}')}`, 'g');

const filed = new RegExp(
  [
    String.raw`\b(?:acta|consecutivo|guia|poblacion|oficio|ticket|turno|pedido|serie|serial|contrato|`,
    String.raw`convenio|radicado|proceso|factura|expediente|resolucion|decreto|ley|acuerdo|bpin|`,
    String.raw`proyecto|isbn|medidor|folio|registro|matricula|sentencia|tutela|orden|codigo|chip|`,
    String.raw`referencia|poliza)s?\b[^.;\n]{0,25}$`,
  ].join(''),
);
/** What a number after the word «cédula» may be instead. */
const ofOther = new RegExp(
  [
    String.raw`\b(?:cel|celu|celular|tel|telefono|whatsapp|wasap|llam\w+|calle|carrera|cra|kra|catastral|`,
    String.raw`conpes|presupuest\w+|ano)\b|\$`,
  ].join(''),
);
const money = /\$\s*$/;
const counted =
  /^\s*(?:de )?(?:pesos|millones|mil|habitantes|personas|arboles|familias|metros|m2|cop|votos|usuarios|hogares)\b/;
const thousands = /^\d{1,3}(?:\.\d{3}){2,}$/;
const officeName = [
  '(?:lineas?(?! (?:personal|mia|propia))|pbx|conmutador|alcaldia|secretaria de|',
  'secretaria general|personeria|ministerio|',
  'defensoria|contraloria|hospital|policia|cai|bomberos|consultorio|centro de|',
  'atencion al?|ministro|concejo|juzgado|fiscalia|',
  'casa de justicia|universidad|colegio|eps|ips|veeduria|procuraduria|notaria|cade|',
  'supercade|icbf|sena|dian|registraduria|',
  'subred|idu|idrd|acueducto|codensa|enel|vanti|entidad|comisaria)',
].join('');
const office = new RegExp(`\\b${officeName}\\b`);
const ofOffice = new RegExp(
  [
    `\\b(?:cel|celular|whats?app?|wasap|tel|telefono|numero|contacto)`,
    ` de(?:l| la| los| las)? (?:la )?${officeName}\\b`,
  ].join(''),
);
const own =
  /\b(?:mi|mio|mis|su|cel|celu|celular|movil|what?sapp?|wsp|wasap|vecin[oa]|mama|papa|herman[oa])\b/;
const phoneCue =
  /\b(?:tel|telefono|fijo|cel|celu|celular|movil|llam\w+|marqu?\w+|wh?ats?app?|wsp|wasap|contacto)\b[^\d]{0,30}$/;

/** Words after which a number is called, whatever was said of a wallet before. */
const callsNow = /\b(?:llam\w*|marqu\w*|escrib\w*|whats?app?|wasap|tel|telefono)\b/;

function after(text: string, cue: RegExp, fewest: number): Found[] {
  const found: Found[] = [];
  for (const at of text.matchAll(cue)) {
    const start = at.index + at[0].length;
    const next = firstRun.exec(text.slice(start));
    const number = next?.[1];
    if (!next || !number || number.replace(/\D/g, '').length < fewest) continue;
    const end = start + next[0].length;
    const words = next[0].slice(0, -number.length);
    if (filed.test(words) || callsNow.test(words) || counted.test(text.slice(end))) continue;
    if (thousands.test(number) && fewest < 10) continue;
    found.push({ kind: 'cuenta', start: end - number.length, end, confidence: 0.95 });
  }
  return found;
}

function cued(text: string, pattern: RegExp, fewest: number): Found[] {
  return [...text.matchAll(pattern)].flatMap((at): Found[] => {
    const number = at[1] ?? '';
    const end = at.index + at[0].length;
    if (number.replace(/\D/g, '').length < fewest) return [];
    return [{ kind: 'documento', start: end - number.length, end, confidence: 0.95 }];
  });
}

/** Numbers of people's documents. A company's tax number (nine digits from 8 or 9) is no person's. */
export function findDocuments(text: string): Found[] {
  const taxes = cued(text, taxNumbers, 7).filter(
    ({ start, end }) => !/^[89]\d{8}/.test(text.slice(start, end).replace(/\D/g, '')),
  );
  const told = [...text.matchAll(toldDocuments)].flatMap((at): Found[] => {
    const [, words = '', number = ''] = at;
    const end = at.index + at[0].length;
    const count = number.replace(/\D/g, '').length;
    const isOther = filed.test(words) || ofOther.test(words) || counted.test(text.slice(end));
    if (isOther || count < (words.length < 6 ? 5 : 6) || count > 12) return [];
    return [{ kind: 'documento', start: end - number.length, end, confidence: 0.95 }];
  });
  return [...cued(text, documents, 5), ...told, ...cued(text, passports, 5), ...taxes];
}

/** The check digit of cards (Luhn, ISO/IEC 7812-1). */
function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Accounts, wallets on the telephone, keys of transfers and cards. */
export function findAccounts(text: string): Found[] {
  const keys = [...text.matchAll(key)].map((at): Found => {
    const end = at.index + at[0].length;
    return { kind: 'cuenta', start: end - (at[1] ?? '').length, end, confidence: 0.9 };
  });
  const cards = [...text.matchAll(card)]
    .filter(
      (at) =>
        isCard(at[0].replace(/\D/g, '')) ||
        cardWord.test(text.slice(Math.max(0, at.index - 60), at.index)),
    )
    .map((at): Found => {
      return { kind: 'cuenta', start: at.index, end: at.index + at[0].length, confidence: 0.9 };
    });
  return [...after(text, wallets, 10), ...after(text, accountCue, 8), ...keys, ...cards];
}

/** A telephone of the city's country or, with its prefix, anywhere. */
function isPhone(number: string): boolean {
  const digits = number.replace(/\D/g, '').replace(/^00/, '');
  const { country, dial } = city();
  const atHome =
    isSupportedCountry(country) && dial
      ? parsePhoneNumberFromString(withoutCode(digits, dial), country)
      : undefined;
  const type = atHome?.isValid() ? atHome.getType() : undefined;
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return true;
  if (type === 'FIXED_LINE' && digits.length >= 9) return true;
  return number.startsWith('+') && (parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false);
}

/** Whether a number is said to be an office's, or an office is named before it and nobody's own telephone. */
function isOffice(before: string): boolean {
  return ofOffice.test(before) || (office.test(before) && !own.test(before.slice(-45)));
}

/** Telephones of people; not sums, numbers of files, or the lines of public offices. */
export function findPhones(text: string): Found[] {
  const found = [
    ...text.matchAll(phones),
    ...[...text.matchAll(listed)].filter(({ 0: number }) => number.includes(',')),
  ];
  return found.flatMap((at): Found[] => {
    const before = text.slice(Math.max(0, at.index - 70), at.index);
    const end = at.index + at[0].length;
    const refused =
      filed.test(before) ||
      money.test(before) ||
      counted.test(text.slice(end)) ||
      (thousands.test(at[0]) && !phoneCue.test(before)) ||
      isOffice(before);
    if (refused) return [];
    const digits = at[0].replace(/\D/g, '');
    if (/^0180{2,3}/.test(digits)) return [];
    const isLocal = (digits.length === 7 || digits.length === 8) && phoneCue.test(before);
    if (!isPhone(at[0]) && !isLocal) return [];
    return [{ kind: 'telefono', start: at.index, end, confidence: isLocal ? 0.85 : 0.95 }];
  });
}
