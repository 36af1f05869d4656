import { Fragment } from 'react';

/** Plain text that a person wrote: blank lines part paragraphs, single breaks are kept, `lang` is theirs. */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim())
        .map((part, index) => (
          <p key={index}>
            {part
              .trim()
              .split('\n')
              .map((line, row) => (
                <Fragment key={row}>
                  {row > 0 && <br />}
                  {line}
                </Fragment>
              ))}
          </p>
        ))}
    </div>
  );
}
