/** One form for what people write many ways, and where each of its characters stood. */
export type NormalText = { text: string; from: number[]; to: number[] };

const units: Record<string, number> = Object.fromEntries(
  [
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce ',
    'quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres ',
    'veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
  ]
    .join('')
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens: Record<string, number> = Object.fromEntries(
  'treinta cuarenta cincuenta sesenta setenta ochenta noventa'
    .split(' ')
    .map((word, index) => [word, (index + 3) * 10]),
);
const hundreds: Record<string, number> = Object.fromEntries(
  'cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
    .split(' ')
    .map((word, index) => [word, Math.max(index, 1) * 100]),
);
const scales: Record<string, number> = { mil: 1_000, millon: 1_000_000, millones: 1_000_000 };
const numberWord = [
  ...Object.keys(scales),
  ...Object.keys(hundreds),
  ...Object.keys(tens),
  ...Object.keys(units),
]
  .sort((a, b) => b.length - a.length)
  .join('|');
const spokenRun = new RegExp(
  `\\b(?:${numberWord})\\b(?:(?:\\s*[,.;-]\\s*|\\s+y\\s+|\\s+)(?:(?:${numberWord})\\b|\\d+))+`,
  'g',
);
/** Fewer digits than a telephone has are counted things, not a number that is dictated. */
const fewestSpoken = 7;

/** The number that words with «mil» and «millones» say: «dos millones cien mil uno» is 2100001. */
function cardinalOf(words: string[]): string {
  let total = 0;
  let part = 0;
  for (const word of words) {
    const scale = scales[word];
    if (scale === undefined)
      part +=
        units[word] ?? tens[word] ?? hundreds[word] ?? Number(/^\d{1,6}$/.exec(word)?.[0] ?? 0);
    else if (scale === 1_000) {
      total += Math.max(part, 1) * scale;
      part = 0;
    } else {
      total = (total + Math.max(part, 1)) * scale;
      part = 0;
    }
  }
  return String(total + part);
}

/** The digits that dictated words stand for: «tres diez cincuenta y cinco» is 31055. */
function digitsOf(run: string): string {
  const words = run.split(/[\s,.;-]+/);
  // Groups of digits after words are said one after the other: «mil catorce, 234, 567».
  if (words.some((word) => word in scales))
    return /,\s*\d/.test(run)
      ? run
          .split(',')
          .map((part) => cardinalOf(part.trim().split(/[\s.;-]+/)))
          .join('')
      : cardinalOf(words);
  let digits = '';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (/^\d+$/.test(word)) digits += word;
    let value = hundreds[word];
    if (value !== undefined) {
      const rest = tens[words[at + 1] ?? ''] ?? units[words[at + 1] ?? ''];
      if (rest) {
        value += rest;
        at += 1;
      }
    } else value = tens[word] ?? units[word];
    if (value === undefined) continue;
    const unit = units[words[at + 2] ?? ''];
    if (value % 10 === 0 && value % 100 >= 30 && words[at + 1] === 'y' && unit) {
      value += unit;
      at += 2;
    }
    digits += value;
  }
  return digits;
}

function charactersOf(raw: string): NormalText {
  const out: NormalText = { text: '', from: [], to: [] };
  let at = 0;
  for (const character of raw) {
    const plain = character
      .normalize('NFKD')
      .replace(/\p{M}|\p{Cf}/gu, '')
      .toLowerCase();
    for (const unit of plain) {
      for (let part = 0; part < unit.length; part += 1) {
        out.from.push(at);
        out.to.push(at + character.length);
      }
      out.text += unit;
    }
    at += character.length;
  }
  return out;
}

/** Replaces what `pattern` finds, where `replacement` gives something, and keeps where it stood. */
function replaceAll(
  given: NormalText,
  pattern: RegExp,
  replacement: (found: string) => string | null,
): NormalText {
  const out: NormalText = { text: '', from: [], to: [] };
  let done = 0;
  const copy = (until: number) => {
    out.text += given.text.slice(done, until);
    for (let at = done; at < until; at += 1) {
      out.from.push(given.from[at] ?? 0);
      out.to.push(given.to[at] ?? 0);
    }
    done = until;
  };
  for (const found of given.text.matchAll(pattern)) {
    const instead = replacement(found[0]);
    if (instead === null) continue;
    copy(found.index);
    const end = found.index + found[0].length;
    for (let at = 0; at < instead.length; at += 1) {
      out.from.push(given.from[found.index] ?? 0);
      out.to.push(given.to[end - 1] ?? 0);
    }
    out.text += instead;
    done = end;
  }
  copy(given.text.length);
  return out;
}

/**
 * Lower case without accents, marks nobody sees or forms of width; letters spelled apart are joined,
 * an O among digits is a zero and an L a one, and dictated numbers are digits.
 */
export function normalText(raw: string): NormalText {
  const plain = charactersOf(raw);
  const joined = replaceAll(plain, /(?<![a-z])(?:[a-z] ){3,}[a-z](?![a-z])/g, (found) =>
    found.replaceAll(' ', ''),
  );
  const ones = replaceAll(joined, /(?<=\d)(?:l(?=\s?\d)|i(?=\d))/g, () => '1');
  const zeros = replaceAll(ones, /(?<=\d[\s.-]?)o(?=[\s.-]?\d)/g, () => '0');
  return replaceAll(zeros, spokenRun, (run) => {
    const digits = digitsOf(run);
    return digits.length >= fewestSpoken ? digits : null;
  });
}

const oneOf = (words: string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const ten = oneOf(Object.keys(tens));
const unit = oneOf(Object.keys(units).slice(1, 10));
const small = oneOf([...Object.keys(tens), ...Object.keys(units)]);
const spokenNumber = new RegExp(
  `\\b(?:(?:${oneOf(Object.keys(hundreds))})(?: (?:${small})(?: y (?:${unit}))?)?|` +
    `(?:${ten}) y (?:${unit})|${small})\\b`,
  'g',
);

/** The same with every number below a thousand in digits, as addresses have them: «ochenta y dos b» is «82 b». */
export const withNumbers = (given: NormalText): NormalText =>
  replaceAll(given, spokenNumber, (words) => cardinalOf(words.split(/ y | /)));
