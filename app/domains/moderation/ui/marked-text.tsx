import { Fragment } from 'react';

// Phones, mail addresses and links: what a moderator looks for first.
const phone = /(?:\+?57[\s.-]?)?\b(?:3\d{2}|60[1-8])[\s.-]?\d{3}[\s.-]?\d{4}\b/;
const mail = /[\w.+-]+@[\w-]+\.[\w.]{2,}/;
const link = /(?:https?:\/\/|www\.)\S+/;
const worthLooking = new RegExp(`(${phone.source}|${mail.source}|${link.source})`, 'gi');

/** The text as its author wrote it, with what is worth looking at marked. */
export function MarkedText({ text, lang }: { text: string; lang: string }) {
  return (
    <blockquote className="quote prose" lang={lang}>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim())
        .map((part, index) => (
          <p key={index}>
            {part
              .trim()
              .split(worthLooking)
              .map((piece, at) =>
                at % 2 === 1 ? (
                  <mark key={at}>{piece}</mark>
                ) : (
                  <Fragment key={at}>{piece}</Fragment>
                ),
              )}
          </p>
        ))}
    </blockquote>
  );
}
