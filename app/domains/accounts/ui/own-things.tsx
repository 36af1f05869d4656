import type { ReactNode } from 'react';

export type OwnThing = {
  key: string;
  href: string;
  title: string;
  /** Language of the title where the person wrote it. */
  lang?: string;
  note?: string;
  badge?: ReactNode;
};

/** What somebody did here, of one kind, as a list of ways to it; `none` stands in its place while there is nothing. */
export function OwnThings({
  id,
  title,
  lead,
  items,
  none,
}: {
  id: string;
  title: string;
  lead?: string;
  items: OwnThing[];
  none?: ReactNode;
}) {
  return (
    <section className="l-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className="u-small u-mute">{lead}</p>}
      {items.length === 0 ? (
        none
      ) : (
        <ul className="list">
          {items.map((item) => (
            <li key={item.key}>
              <span>
                <a href={item.href} lang={item.lang}>
                  {item.title}
                </a>
                {item.note && (
                  <>
                    <br />
                    <span className="u-small u-mute">{item.note}</span>
                  </>
                )}
              </span>
              {item.badge}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
