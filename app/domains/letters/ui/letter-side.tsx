import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Letter } from '#app/domains/letters/types.ts';
import { Facts } from '#app/ui/facts.tsx';

/** Who writes and how to reach them, who answers and by when. */
export function LetterSide({
  letter,
}: {
  letter: Pick<
    Letter,
    'name' | 'email' | 'phone' | 'mailReturnedAt' | 'dueAt' | 'handler' | 'replyUntil' | 'state'
  >;
}) {
  const t = useT('letters');
  const f = useFormat();
  const { name, email, phone, replyUntil } = letter;
  const items = [
    { key: 'name', term: t('one.name'), value: name },
    email && {
      key: 'email',
      term: t('one.email'),
      value: (
        <>
          <span className="u-break">{email}</span> {letter.mailReturnedAt && t('one.returned')}
        </>
      ),
    },
    phone && { key: 'phone', term: t('one.phone'), value: <a href={`tel:${phone}`}>{phone}</a> },
    { key: 'due', term: t('one.due'), value: f.date(letter.dueAt) },
    {
      key: 'handler',
      term: t('one.handler'),
      value: letter.handler ?? t('desk.handler.none'),
    },
    letter.state === 'pedida' &&
      replyUntil && { key: 'until', term: t('one.until'), value: f.date(replyUntil) },
  ];
  return (
    <section className="side" aria-labelledby="quien">
      <h2 id="quien">{t('one.writer')}</h2>
      <Facts items={items.flatMap((item) => item || [])} />
    </section>
  );
}
