import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { gatherHtml } from './html.server.ts';

async function render(text: string): Promise<string> {
  return await new Promise((done, fail) => {
    const { pipe } = renderToPipeableStream(createElement('p', null, text), { onAllReady: () => pipe(gatherHtml((html) => done(html.toString()))), onError: fail });
  });
}

// The renderer's buffer holds 2,048 bytes: characters of two and four bytes fall on its end at some of these lengths.
it.each([0, 1, 2, 3])('a page keeps every character where the renderer’s buffer ends (%i before)', async (before) => {
  const text = `${'a'.repeat(before)}${'ó€🚲'.repeat(2000)}`;
  expect(await render(text)).toBe(`<p>${text}</p>`);
});
