import { useLocale } from '#app/platform/i18n/use-t.ts';
import { datePart } from '#app/platform/i18n/format.ts';

/** The day of a meeting as a small calendar leaf. */
export function DateBlock({ date }: { date: Date }) {
  const locale = useLocale();
  return (
    <p className="date">
      <span>{datePart(date, locale, 'weekday')}</span>
      <b>{datePart(date, locale, 'day')}</b>
      <span>{datePart(date, locale, 'month')}</span>
    </p>
  );
}
