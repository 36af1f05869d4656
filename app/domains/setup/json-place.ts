/** Where in a JSON text a value stands: the line of the deepest part of the way that is there. */
export function lineOf(text: string, way: readonly PropertyKey[]): number {
  let at = 0;
  let found = skipBlank(text, 0);
  at = found;
  for (const step of way) {
    const next = typeof step === 'number' ? item(text, at, step) : member(text, at, String(step));
    if (next === null) break;
    at = next;
    found = next;
  }
  return text.slice(0, found).split('\n').length;
}

function skipBlank(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next += 1;
  return next;
}

/** The end of a quoted text that begins here. */
function endOfText(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length && text[next] !== '"') next += text[next] === '\\' ? 2 : 1;
  return next + 1;
}

/** The end of the value that begins here. */
function endOfValue(text: string, at: number): number {
  let depth = 0;
  let next = at;
  while (next < text.length) {
    const sign = text.charAt(next);
    if (sign === '"') {
      next = endOfText(text, next);
      if (depth === 0) return next;
      continue;
    }
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') {
      if (depth === 0) return next;
      depth -= 1;
      if (depth === 0) return next + 1;
    }
    if (sign === ',' && depth === 0) return next;
    next += 1;
  }
  return next;
}

/** Where the n-th item of the list that begins here stands. */
function item(text: string, at: number, index: number): number | null {
  if (text[at] !== '[') return null;
  let next = skipBlank(text, at + 1);
  for (let n = 0; text[next] !== ']' && next < text.length; n += 1) {
    if (n === index) return next;
    next = skipBlank(text, endOfValue(text, next));
    if (text[next] === ',') next = skipBlank(text, next + 1);
  }
  return null;
}

/** Where the value of a name stands in the object that begins here. */
function member(text: string, at: number, name: string): number | null {
  if (text[at] !== '{') return null;
  let next = skipBlank(text, at + 1);
  while (next < text.length && text[next] === '"') {
    const end = endOfText(text, next);
    const key = JSON.parse(text.slice(next, end)) as string;
    const colon = skipBlank(text, end);
    const value = skipBlank(text, colon + 1);
    if (key === name) return value;
    next = skipBlank(text, endOfValue(text, value));
    if (text[next] === ',') next = skipBlank(text, next + 1);
  }
  return null;
}
