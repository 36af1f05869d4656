import { hideSpans } from '#app/platform/personal-data/find-personal-data.ts';
import type { TextSpan } from '#app/platform/personal-data/types.ts';

/** Every place of a text where one of these words stands, in order and apart; a longer one goes before a shorter. */
function placesOf(text: string, words: readonly string[]): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const word of [...words].sort((a, b) => b.length - a.length))
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
      const to = from + word.length;
      if (!spans.some((span) => from < span.to && span.from < to)) spans.push({ from, to });
    }
  return spans.sort((a, b) => a.from - b.from);
}

/** A text with these words hidden wherever they stand in it. */
export const withoutWords = (text: string, words: readonly string[], mark: string): string =>
  hideSpans(text, placesOf(text, words), mark);
