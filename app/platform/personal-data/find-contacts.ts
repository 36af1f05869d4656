import type { Found } from './types.ts';

const at = '(?:@|[\\[({*]\\s{0,2}(?:ar+o[bv]a|at|@|a)\\s{0,2}[\\])}*]|\\b(?:ar+o[bv]a|at)\\b)';
const dot = '(?:\\.|[\\[({]\\s{0,2}(?:punto|dot)\\s{0,2}[\\])}]|\\b(?:punto|pto|dot)\\b)';
const ends = '(?:com|co|es|org|net|edu|gov|gob|me|info|io|mil|ve|mx)';
const name =
  '(?:\\b[a-z0-9] ){0,20}[a-z0-9][a-z0-9._%+-]{0,63}' +
  `(?:\\s{0,2}(?:\\.|\\bpunto\\b|\\bguion(?: bajo)?\\b)\\s{0,2}[a-z0-9_-]{1,30}){0,3}`;
const host =
  `[a-z0-9-]{2,60}(?:\\.[a-z]{2,20}|\\s{0,2}${dot}\\s{0,2}${ends}\\b){1,3}` +
  '|(?:gmail|hotmail|yahoo|outlook|live|icloud)\\s?(?:com|es)?\\b';
const mail = new RegExp(`${name}\\s{0,2}${at}\\s{0,2}(?:${host})`, 'g');
const publicHost = /(?:\.|punto)\s*(?:gov|gob|mil)\b/;
const box = '(?:gmail|gmial|gamil|hotmail|hotmial|hormail|yahoo|outlook|live|icloud)';
/** «anaarrobagmail.com»: nothing between the name and the word. */
const glued = new RegExp(`\\b[a-z0-9._-]{3,40}arroba${box}(?:\\s?\\.?\\s?(?:com|es))?`, 'g');
/** «ana78 gmail com»: the sign is left out. */
const unsigned = new RegExp(
  `\\b[a-z][a-z0-9._-]{2,40}\\s${box}(?:\\s?[.,]\\s?|\\s(?:punto\\s)?)(?:com|es)\\b`,
  'g',
);
const mailWord = /\b(?:correo|correito|mail|email|e-mail|gmail|hotmail)\b[^.\n]{0,30}$/;
/** A page of somebody on a network. */
const profile = new RegExp(
  String.raw`\b(?:(?:m\.|es-la\.)?(?:facebook|fb|instagram|tiktok|twitter|x|linkedin|threads)\.com|t\.me|` +
    String.raw`telegram\.me|instagr\.am)/(?:in/|@)?[a-z0-9][a-z0-9._-]{2,40}`,
  'g',
);

const network = new RegExp(
  [
    String.raw`\b(?:insta|instagram|ig|tiktok|tik tok|face|facebook|fb|telegram|twitter|x|red(?:es)?|`,
    String.raw`usuario|dm|escrib\w+|busquenme|sigu?anme|siganme|mi)\b[^@\n]{0,30}$`,
  ].join(''),
);
const afterNetwork =
  /^\s(?:en|por|de) (?:el |mi )?(?:insta|instagram|ig|tik ?tok|face|facebook|fb|telegram|twitter|x)\b/;
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
/** A name that only a machine reads as one, after the word for a network: «en insta como pipe_usme». */
const nickname = new RegExp(
  [
    String.raw`\b(?:insta|instagram|ig|tik ?tok|face|facebook|fb|telegram|twitter|mi usuario|threads|discord)`,
    String.raw`(?:\s(?:y|e|de|del|en|es|como|soy|somos|me|llamo|aparezco|salgo|estoy|estamos|mi|tu|su|el|la|los|`,
    String.raw`usuario|cuenta|perfil|nombre|instagram|facebook|tiktok|telegram)){0,5}[\s:.,-]{1,3}`,
    String.raw`((?=[a-z0-9._-]{0,40}(?:_|\d|[a-z]\.[a-z]))[a-z][a-z0-9._-]{3,40})`,
  ].join(''),
  'g',
);

/** Names on social networks where somebody says how to reach them. */
function findHandles(text: string): Found[] {
  const at = [...text.matchAll(handles)].filter(
    ({ index, 0: name }) =>
      !officeHandle.test(name) &&
      (network.test(text.slice(Math.max(0, index - 50), index)) ||
        afterNetwork.test(text.slice(index + name.length, index + name.length + 30))),
  );
  const boxes = [...text.matchAll(namedBox), ...text.matchAll(nickname)]
    .map(({ index, 0: all, 1: name = '' }) => ({
      index: index + all.length - name.length,
      0: name,
    }))
    .filter(({ 0: name }) => !officeHandle.test(name) && !/\.(?:com|co|org|net)\b/.test(name));
  const profiles = [...text.matchAll(profile)].filter(
    ({ 0: address }) => !officeHandle.test(address.slice(address.indexOf('/'))),
  );
  return [...at, ...boxes, ...profiles].map(({ index, 0: name }) => ({
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
  const boxes = [
    ...text.matchAll(glued),
    ...[...text.matchAll(unsigned)].filter(
      ({ index, 0: name }) =>
        /\d/.test(name) || mailWord.test(text.slice(Math.max(0, index - 45), index)),
    ),
  ].map(({ index, 0: name }): Found => {
    return { kind: 'correo', start: index, end: index + name.length, confidence: 0.9 };
  });
  return [...mails, ...boxes, ...findHandles(text)];
}
