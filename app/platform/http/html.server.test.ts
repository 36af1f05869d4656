import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { gatherHtml } from './html.server.ts';

async function render(pieces: string[]): Promise<string> {
  return await new Promise((done, fail) => {
    const page = createElement(
      'p',
      null,
      ...pieces.map((piece, index) => createElement('b', { key: index }, piece)),
    );
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => pipe(gatherHtml((html) => done(html.toString()))),
      onError: fail,
    });
  });
}

// The renderer's buffer holds 2,048 bytes; with so many lengths, characters of two to four bytes fall on its end.
it.each([0, 1, 2, 3, 4, 5, 6])(
  'a page keeps every character where the renderer’s buffer ends (%i before)',
  async (before) => {
    const pieces = ['a'.repeat(before), ...Array.from({ length: 3000 }, () => 'ó€🚲')];
    expect(await render(pieces)).toBe(
      `<p>${pieces.map((piece) => `<b>${piece}</b>`).join('')}</p>`,
    );
  },
);
