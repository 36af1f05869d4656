import { useLoaderData } from '@remix-run/react';
import { auditCatalogue } from '#app/kernel/audit-catalogue.ts';
import { countPublicAudit } from '#app/platform/audit/count-audit.server.ts';
import { readCursor, withCursor } from '#app/platform/http/paging.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listPublicEntries } from '#app/domains/transparency/list-entries.server.ts';
import { isAuditAction } from '#app/domains/transparency/rules.ts';
import { EntryList } from '#app/domains/transparency/ui/entry-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const cursor = readCursor(url);
  const [entries, counted] = await Promise.all([
    listPublicEntries(visit.db, { cursor, limit: 30 }),
    countPublicAudit(visit.db),
  ]);
  return {
    title: visit.t('transparency')('page.title'),
    entries: entries.items,
    next: withCursor(url, entries.next),
    isFirst: !cursor,
    total: counted.entries,
  };
});

const logged = Object.keys(auditCatalogue)
  .filter(isAuditAction)
  .filter((action) => auditCatalogue[action].public);

export default function Transparency() {
  const { entries, next, isFirst, total } = useLoaderData<typeof loader>();
  const t = useT('transparency');
  const said = useT('coordination');
  const someone = t('page.someone');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('page.heading', { count: total })}
        current={t('page.title')}
        lead={t('page.lead')}
      />
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          <section className="l-stack" aria-labelledby="actos">
            <h2 id="actos">{t('page.entries.title')}</h2>
            {entries.length > 0 ? (
              <EntryList
                items={entries.map((entry) => ({ ...entry, actor: said(`who.${entry.who}`) }))}
              />
            ) : (
              <EmptyState
                level="h3"
                title={t('page.entries.none.title')}
                text={t('page.entries.none.text')}
              />
            )}
            <Pager next={next} previous={isFirst ? null : '/transparencia'} />
          </section>
          <Fold summary={t('page.logged', { count: logged.length })}>
            <ul>
              {logged.map((action) => (
                <li key={action}>
                  {said(`audit.${action}`, { who: someone })} <code>{action}</code>
                </li>
              ))}
            </ul>
          </Fold>
        </div>
        <div className="l-stick">
          <Way part="check" href="/transparencia/verificar" />
          <Way part="moderation" href="/transparencia/moderacion" />
          <Way part="data" href="/datos-abiertos" />
        </div>
      </div>
    </div>
  );
}

/** A way on to one part of what is public. */
function Way({ part, href }: { part: 'check' | 'moderation' | 'data'; href: string }) {
  const t = useT('transparency');
  return (
    <section className="side">
      <h2>{t(`page.${part}.title`)}</h2>
      <p className="u-small">{t(`page.${part}.text`)}</p>
      <p>
        <a className="more" href={href}>
          {t(`page.${part}.more`)} <Icon name="arrow" />
        </a>
      </p>
    </section>
  );
}
