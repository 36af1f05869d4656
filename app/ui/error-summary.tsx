import { useEffect, useRef } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';

/** The browser moves the focus here where no script runs; React would keep the attribute for controls only. */
const focusOnLoad = { autoFocus: true };

/** What went wrong, on top of the form: takes the focus and links to each field. Nothing when nothing is wrong. */
export function ErrorSummary({ items }: { items: { field: string; message: string }[] }) {
  const t = useT('common');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    if (items.length > 0 && !document.title.startsWith(t('ui.errors.prefix')))
      document.title = `${t('ui.errors.prefix')}${document.title}`;
  }, [items, t]);
  if (items.length === 0) return null;
  return (
    <div
      className="errs"
      role="alert"
      tabIndex={-1}
      aria-labelledby="errs-t"
      ref={box}
      {...focusOnLoad}
    >
      <h2 id="errs-t">
        <Icon name="warning" />
        {t('ui.errors.title', { count: items.length })}
      </h2>
      <ul className="errs__list">
        {items.map((item) => (
          <li key={item.field}>
            <a href={`#${item.field}`}>{item.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
