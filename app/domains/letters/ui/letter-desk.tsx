import { useT } from '#app/platform/i18n/use-t.ts';
import type { DeskLine, LetterCounts } from '#app/domains/letters/list-letters.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { LetterClock, LetterKindName } from '#app/domains/letters/ui/letter-clock.tsx';

export const deskViews = ['abiertas', 'llamadas', 'terminadas'] as const;
export type DeskView = (typeof deskViews)[number];

/** What waits, whom to call, what is done. */
export function DeskTabs({ view, counts }: { view: DeskView; counts: LetterCounts }) {
  const t = useT('letters');
  const number = { abiertas: counts.open, llamadas: counts.calls, terminadas: undefined };
  return (
    <Tabs
      label={t('desk.views')}
      items={deskViews.map((key) => ({
        href: `/coordinacion/solicitudes?vista=${key}`,
        label: t(`desk.view.${key}`),
        current: key === view,
        ...(number[key] !== undefined && { count: number[key] }),
      }))}
    />
  );
}

function LineNotes({ line, now }: { line: DeskLine; now: Date }) {
  const t = useT('letters');
  const isOver = line.state === 'pedida' && line.replyUntil !== null && line.replyUntil < now;
  return (
    <>
      {line.isCalled && <span className="tag">{t('desk.called')}</span>}{' '}
      {line.isUnreachable && <span className="tag">{t('desk.unreachable')}</span>}{' '}
      {isOver && <span className="tag">{t('desk.reply.over')}</span>}
    </>
  );
}

/** Letters as lines that name nobody, what is late first. */
export function LetterTable({ lines, now }: { lines: DeskLine[]; now: Date }) {
  const t = useT('letters');
  return (
    <DataTable
      caption={t('desk.list')}
      hideCaption
      columns={[
        { key: 'number', label: t('desk.number') },
        { key: 'clock', label: t('desk.clock') },
        { key: 'kind', label: t('desk.kind') },
        { key: 'state', label: t('desk.state') },
        { key: 'handler', label: t('desk.handler') },
      ]}
      rows={lines.map((line) => ({
        id: line.id,
        number: (
          <a className="u-nowrap" href={`/coordinacion/solicitudes/${line.id}`}>
            {line.label}
          </a>
        ),
        clock: <LetterClock clock={line.clock} settledAt={line.settledAt} />,
        kind: <LetterKindName kind={line.kind} claim={line.claim} />,
        state: (
          <>
            {t(`state.${line.state}`)} <LineNotes line={line} now={now} />
          </>
        ),
        handler: line.handler ?? t('desk.handler.none'),
      }))}
    />
  );
}

/** What stands on coordination's first page: how many wait, and whom to call. */
export function LetterNews({ counts }: { counts: LetterCounts }) {
  const t = useT('letters');
  return (
    <>
      <p>
        <a href="/coordinacion/solicitudes">{t('home.waiting', { count: counts.open })}</a>
      </p>
      {counts.calls > 0 && (
        <p>
          <a href="/coordinacion/solicitudes?vista=llamadas">
            {t('home.calls', { count: counts.calls })}
          </a>
        </p>
      )}
    </>
  );
}

/** That the term of some is over, and where they are. */
export function LateLetters({ counts }: { counts: LetterCounts }) {
  const t = useT('letters');
  if (counts.late === 0) return null;
  return (
    <Notice kind="bad" title={t('home.late', { count: counts.late })}>
      <a href="/coordinacion/solicitudes">{t('home.see')}</a>
    </Notice>
  );
}
