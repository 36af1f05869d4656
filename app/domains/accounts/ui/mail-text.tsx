import { Fragment } from 'react';

/** The text of a mail as a mail program shows it: line by line, addresses as links. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="prose">
      {text.split(/\n{2,}/).map((part, index) => (
        <p key={index}>
          {part.split('\n').map((line, row) => (
            <Fragment key={row}>
              {row > 0 && <br />}
              {withLinks(line)}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

function withLinks(line: string) {
  return line.split(/(https?:\/\/\S+)/).map((piece, index) =>
    index % 2 === 1 ? (
      <a key={index} className="u-break" href={piece}>
        {piece}
      </a>
    ) : (
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}
