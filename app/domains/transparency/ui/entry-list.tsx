import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { AuditAction } from '#app/kernel/audit-catalogue.ts';
import { pageOf } from '#app/domains/transparency/rules.ts';
import type { PublicEntry } from '#app/domains/transparency/types.ts';

type Entry = {
  id: string;
  at: Date;
  action: AuditAction;
  subject: PublicEntry['subject'];
  actor: string;
  more?: ReactNode;
};

/** Acts in sentences, newest first: who did what, when, and where to read it. */
export function EntryList({ items }: { items: Entry[] }) {
  const t = useT('coordination');
  const f = useFormat();
  return (
    <ul className="list">
      {items.map((item) => {
        const href = pageOf(item);
        return (
          <li key={item.id} id={item.id}>
            <div>
              <p>
                {t(`audit.${item.action}`, { who: item.actor })}{' '}
                {href && <a href={href}>{t('audit.see')}</a>}
              </p>
              {item.more}
            </div>
            <time className="u-small u-mute" dateTime={item.at.toISOString()}>
              {f.date(item.at, 'moment')}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
