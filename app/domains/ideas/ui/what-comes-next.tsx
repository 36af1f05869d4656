import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Road } from '#app/ui/road.tsx';

/** What happens after an idea is sent, with dates: beside the form. */
export function WhatComesNext({
  reviewBy,
  supportsUntil,
}: {
  reviewBy: Date;
  supportsUntil: Date | null;
}) {
  const t = useT('ideas');
  const f = useFormat();
  return (
    <section className="side">
      <h2>{t('next.heading')}</h2>
      <Road
        slim
        label={t('next.heading')}
        steps={[
          {
            key: 'send',
            name: t('next.send'),
            icon: 'pencil',
            state: 'now',
            date: t('next.send.when'),
            why: t('next.send.why'),
          },
          {
            key: 'review',
            name: t('next.review'),
            icon: 'eye',
            state: 'next',
            date: t('next.review.when', { date: f.date(reviewBy, 'weekday') }),
            why: t('next.review.why'),
          },
          {
            key: 'support',
            name: t('next.support'),
            icon: 'hand',
            state: 'next',
            date: supportsUntil
              ? t('next.support.when', { date: f.date(supportsUntil, 'weekday') })
              : undefined,
          },
          {
            key: 'answer',
            name: t('next.answer'),
            icon: 'circle',
            state: 'next',
            date: t('next.answer.when'),
            why: t('next.answer.why'),
          },
        ]}
      />
    </section>
  );
}
