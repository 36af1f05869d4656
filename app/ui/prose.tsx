import { Fragment } from 'react';
import { markedParts, type TextSpan } from '#app/ui/marked-parts.ts';

/** Lines of a text, with the breaks that stand between them. */
function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, row) => (
    <Fragment key={row}>
      {row > 0 && <br />}
      {line}
    </Fragment>
  ));
}

/**
 * Plain text that a person wrote: blank lines part paragraphs, single breaks are kept, `lang` is theirs. With
 * marks, what was found in it stands out.
 */
export function Prose({
  text,
  lang,
  marks = [],
}: {
  text: string;
  lang?: string;
  marks?: readonly TextSpan[];
}) {
  return (
    <div className="prose" lang={lang}>
      {markedParts(text, marks).map((pieces, at) => (
        <p key={at}>
          {pieces.map((piece, index) =>
            piece.marked ? (
              <mark key={index}>{piece.text}</mark>
            ) : (
              <Lines key={index} text={piece.text} />
            ),
          )}
        </p>
      ))}
    </div>
  );
}
