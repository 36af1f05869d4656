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

const network = new RegExp(
  [
    String.raw`\b(?:insta|instagram|ig|tiktok|tik tok|face|facebook|fb|telegram|twitter|x|red(?:es)?|`,
    String.raw`usuario|dm|escrib\w+|busquenme|sigu?anme|siganme|mi)\b[^@\n]{0,30}$`,
  ].join(''),
);
const handles = /(?<![a-z0-9._%+-])@[a-z0-9][a-z0-9._-]{2,40}/g;
/** Accounts of offices, which belong to nobody. */
const officeHandle = new RegExp(
  [
    String.raw`bogot|alcald|secretar|distri|transmi|sector|movilidad|idu|idrd|icbf|sena|gov|gob|`,
    String.raw`oficial|policia|concejo|minis|presiden|colombia|acueducto|bomberos|defensor|personer|`,
    String.raw`contralor|procurad|fiscal|salud|educacion|cultura|noticia|radio|canal`,
  ].join(''),
);
const namedBox = new RegExp(
  [
    String.raw`\bmi (?:gmail|hotmail|correo|e-?mail|mail|insta(?:gram)?|face(?:book)?|tiktok|`,
    String.raw`telegram|twitter)(?: es| :|:)\s{1,2}([a-z][a-z0-9._-]{4,40})`,
  ].join(''),
  'g',
);

/** Names on social networks where somebody says how to reach them. */
function findHandles(text: string): Found[] {
  const at = [...text.matchAll(handles)].filter(
    ({ index, 0: name }) =>
      !officeHandle.test(name) && network.test(text.slice(Math.max(0, index - 50), index)),
  );
  const boxes = [...text.matchAll(namedBox)].map(({ index, 0: all, 1: name = '' }) => ({
    index: index + all.length - name.length,
    0: name,
  }));
  return [...at, ...boxes].map(({ index, 0: name }) => ({
    kind: 'correo',
    start: index,
    end: index + name.length,
    confidence: 0.85,
  }));
}

/** Mail addresses, also spelled out; names on networks; those of public offices are no person's. */
export function findMails(text: string): Found[] {
  const mails = [...text.matchAll(mail)]
    .filter((found) => !publicHost.test(found[0]))
    .map((found): Found => {
      const end = found.index + found[0].length;
      return { kind: 'correo', start: found.index, end, confidence: 0.95 };
    });
  return [...mails, ...findHandles(text)];
}
