import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * What makes a page a state of its own to axe: elements, their attributes, whether they hold text,
 * what is checked, shows the focus or lies under the pointer, and how it is shown. The words and
 * their language, numbers, and how often an item of a list repeats do not; ids that stand twice
 * and references that lead nowhere do. Runs in the page.
 */
function describeState(): string {
  const contents =
    'href src action formaction value content datetime alt title placeholder aria-label d';
  const references =
    'for list form headers aria-labelledby aria-describedby aria-controls aria-owns';
  const isOf = (names: string, name: string) => names.split(' ').includes(name);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const wrong = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  const active = document.querySelector(':focus-visible');
  const hovered = [...document.querySelectorAll(':hover')]
    .at(-1)
    ?.closest('a, button, summary, label, input, select, textarea');
  const target = document.querySelector(':target');

  const attribute = (name: string, value: string): string => {
    if (isOf(references, name))
      for (const id of value.split(/\s+/)) if (id && !ids.includes(id)) wrong.add(`→${id}`);
    if (/^(?:href|xml:)?lang$/.test(name))
      return `${name}=${value.replace(/^(?:es|en)\b/, 'ours')}`;
    if (isOf(contents, name)) return value.trim() === '' ? name : `${name}=…`;
    if (isOf(references, name) || /^(?:id|name|nonce|data-.*)$/.test(name))
      return `${name}=${value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '0')}`;
    return `${name}=${value}`;
  };
  const flags = (element: Element): string => {
    const field = element as HTMLInputElement;
    return [
      element === active && 'focus',
      element === hovered && 'hover',
      element === target && 'target',
      field.checked && 'checked',
      field.indeterminate && 'mixed',
      typeof field.value === 'string' && field.value !== '' && 'filled',
    ]
      .filter(Boolean)
      .join();
  };
  const describe = (node: Node): string => {
    if (node instanceof Text) {
      const { length } = node.data.trim();
      // To axe a single sign is no text to read.
      return ['', '.'][length] ?? '…';
    }
    if (!(node instanceof Element) || node.localName === 'script') return '';
    const parts: string[] = [];
    for (const child of node.childNodes) {
      const part = describe(child);
      if (part !== '' && part !== parts.at(-1)) parts.push(part);
    }
    const attributes = [...node.attributes].map(({ name, value }) => attribute(name, value));
    return `<${node.localName} ${attributes.join(' ')} ${flags(node)}>${parts.join('')}</>`;
  };

  const shown = [
    innerWidth,
    devicePixelRatio,
    ...['(prefers-color-scheme: dark)', '(forced-colors: active)', '(hover: none)'].map(
      (query) => matchMedia(query).matches,
    ),
    document.title.trim() === '',
  ];
  const tree = describe(document.documentElement);
  return [...shown, tree, ...[...wrong].sort()].join('\n');
}

const folder = process.env['E2E_STATES'];
const here = new Set<string>();

/** A name for the state that a page is in; the same state of another visit has the same name. */
export async function stateOf(page: Page): Promise<string> {
  return createHash('sha256')
    .update(await page.evaluate(describeState))
    .digest('hex');
}

/**
 * Takes a state for examining; false when it was taken before in this run, by whichever worker. Who
 * takes it answers for it: the run fails where it is wrong.
 */
export function claimState(state: string): boolean {
  if (!folder) return !here.has(state) && Boolean(here.add(state));
  try {
    writeFileSync(join(folder, state), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** What was found wrong, or not examined to the end, is examined again wherever it is met. */
export function releaseState(state: string): void {
  here.delete(state);
  if (folder) rmSync(join(folder, state), { force: true });
}
