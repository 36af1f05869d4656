import type { ReactNode } from 'react';

const way = 'M6 52c24 0 20-34 48-34s22 30 60 22';

/** When there is nothing yet: says so and offers the next step. */
export function EmptyState({
  title,
  text,
  action,
  level: Heading = 'h2',
}: {
  title: string;
  text: ReactNode;
  action?: ReactNode;
  level?: 'h1' | 'h2' | 'h3';
}) {
  return (
    <div className="empty">
      <svg viewBox="0 0 120 70" aria-hidden="true">
        <path className="f-none s-edge" d={way} strokeWidth="12" strokeLinecap="round" />
        <path className="f-none s-paper" d={way} strokeWidth="2" strokeDasharray="6 6" />
        <circle className="f-sun s-ink" cx="54" cy="18" r="10" strokeWidth="3" />
      </svg>
      <Heading className="empty__title">{title}</Heading>
      <p>{text}</p>
      {action}
    </div>
  );
}
