import type { GrantView } from '#app/domains/accounts/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

/** How many roles are held, and those that end soon. */
export function EndingGrants({ held, ending }: { held: number; ending: GrantView[] }) {
  const t = useT('coordination');
  const c = useT('common');
  const f = useFormat();
  return (
    <section className="side" aria-labelledby="papeles">
      <h2 id="papeles">{t('home.grants', { count: held })}</h2>
      {ending.length > 0 ? (
        <ul className="list">
          {ending.map((grant) => (
            <li key={grant.id}>
              <span>{t('home.grant', { name: grant.name, role: c(`role.${grant.role}`) })}</span>
              <span>{grant.endsAt && f.date(grant.endsAt, 'short')}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('home.grants.none')}</p>
      )}
    </section>
  );
}
