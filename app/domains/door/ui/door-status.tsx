import { useEffect, useRef } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DoorView, Line } from '#app/domains/door/ui/door-view.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

const lineBadges: Record<Line, BadgeKind> = {
  al_dia: 'done',
  enviando: 'now',
  sin_conexion: 'dash',
  fallando: 'late',
  sin_sesion: 'late',
  sin_permiso: 'late',
  retirado: 'late',
};

/** The line, the counts and what was done last, always in sight. */
export function DoorStatus({ door, view, said }: { door: Door; view: DoorView; said: string }) {
  const t = useT('door');
  return (
    <>
      <Counts view={view} said={said} />
      <LineNotice view={view} meetingId={door.meetingId} />
      {view.isClosed && <Notice>{t('door.closed')}</Notice>}
    </>
  );
}

/** Sending at once, locking, and whether the page opens without connection. */
export function DoorTools({
  door,
  view,
  shellKept,
  onLock,
}: {
  door: Door;
  view: DoorView;
  shellKept: boolean | null;
  onLock: () => void;
}) {
  const t = useT('door');
  const format = useFormat();
  return (
    <>
      {shellKept === false && <Notice kind="sun">{t('door.shell.missing')}</Notice>}
      <div className="l-row">
        <Button type="button" size="small" onClick={() => void door.refresh()}>
          {t('door.send_now')}
        </Button>
        <Button type="button" size="small" icon="lock" onClick={onLock}>
          {t('door.lock')}
        </Button>
        <span className="u-small u-mute">
          {view.syncedAt
            ? t('door.synced', { at: format.date(view.syncedAt, 'moment') })
            : t('door.not_synced')}{' '}
          {shellKept && t('door.shell.kept')}
        </span>
      </div>
    </>
  );
}

function Counts({ view, said }: { view: DoorView; said: string }) {
  const t = useT('door');
  const pending = view.records.filter((record) => record.state === 'pendiente').length;
  const here = [...view.people.values()].filter((person) => person.llego).length;
  const top = useRef<HTMLElement>(null);
  // The field of the PIN is gone: who reads by ear or keyboard goes on where the door begins.
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  return (
    <section
      className="door__status"
      id="puerta-estado"
      aria-label={t('door.status')}
      ref={top}
      tabIndex={-1}
    >
      <Badge kind={lineBadges[view.line]}>{t(`door.line.${view.line}.short`)}</Badge>
      <span data-count="pendientes" data-n={pending}>
        {t('door.pending', { count: pending })}
      </span>
      <span data-count="confirmados" data-n={view.records.length - pending}>
        {t('door.confirmed', { count: view.records.length - pending })}
      </span>
      <span data-count="presentes" data-n={here}>
        {t('door.here', { count: here })}
      </span>
      <p className="door__said" role="status">
        {said}
      </p>
    </section>
  );
}

/** Why nothing is sent, where a person has to do something about it. */
function LineNotice({ view: { line }, meetingId }: { view: DoorView; meetingId: string }) {
  const t = useT('door');
  if (line !== 'sin_sesion' && line !== 'sin_permiso' && line !== 'retirado') return null;
  return (
    <Notice kind="bad">
      {t(`door.line.${line}`)}{' '}
      {line === 'sin_sesion' && (
        <a href={`/entrar?volver=${encodeURIComponent(`/facilitacion/talleres/${meetingId}`)}`}>
          {t('door.sign_in')}
        </a>
      )}
    </Notice>
  );
}
