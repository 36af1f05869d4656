import type { ReactNode } from 'react';

export type TextSection = { key: string; title: ReactNode; text: ReactNode; more?: ReactNode };

/** Short texts, each under its own heading; the key is also the anchor. */
export function TextSections({ items }: { items: TextSection[] }) {
  return (
    <>
      {items.map((item) => (
        <section key={item.key} className="l-stack l-stack--tight" aria-labelledby={item.key}>
          <h2 id={item.key}>{item.title}</h2>
          <p>{item.text}</p>
          {item.more}
        </section>
      ))}
    </>
  );
}
