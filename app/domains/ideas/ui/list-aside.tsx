import type { IdeaFilters } from '#app/domains/ideas/list-ideas.server.ts';
import { addressOfList } from '#app/domains/ideas/ui/list-address.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

type Props = {
  filters: IdeaFilters;
  commitments: { slug: string; shortTitle: string; ideas: number }[];
};

/** Beside the list: how many ideas each commitment has, and why one order is by lot. */
export function ListAside({ filters, commitments }: Props) {
  const t = useT('ideas');
  const f = useFormat();
  return (
    <div className="l-stick">
      <section className="side" aria-labelledby="por-compromiso">
        <h2 id="por-compromiso">{t('list.by_commitment')}</h2>
        <ul className="list">
          {commitments.map((item) => (
            <li key={item.slug}>
              <a
                href={addressOfList({ ...filters, commitmentSlug: item.slug })}
                aria-current={item.slug === filters.commitmentSlug ? 'true' : undefined}
              >
                {item.shortTitle}
              </a>
              <span className="u-num">{f.number(item.ideas)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="side" aria-labelledby="por-azar">
        <h2 id="por-azar">{t('list.why_random')}</h2>
        <p className="u-small u-mute">{t('list.random_note')}</p>
      </section>
    </div>
  );
}
