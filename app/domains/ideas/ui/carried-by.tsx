import { useT } from '#app/platform/i18n/use-t.ts';

/** The proposals that carry an idea to the Circle. */
export function CarriedBy({ proposals }: { proposals: { id: string; title: string }[] }) {
  const t = useT('ideas');
  if (proposals.length === 0) return null;
  return (
    <section className="side">
      <h2>{t('detail.carried')}</h2>
      <ul className="list">
        {proposals.map((item) => (
          <li key={item.id}>
            <a href={`/propuestas/${item.id}`}>{item.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
