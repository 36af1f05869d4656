import { useEffect, useState, type ReactNode } from 'react';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import { useDoorPhase } from '#app/domains/door/ui/door-phase.ts';
import { Prepare } from '#app/domains/door/ui/door-prepare.tsx';
import { keepShell } from '#app/domains/door/ui/door-shell.ts';
import { Unlock } from '#app/domains/door/ui/door-unlock.tsx';
import { OpenDoor } from '#app/domains/door/ui/open-door.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Keeps the page on a prepared device; says whether it opens without connection. */
function useKeptShell(meetingId: string, isPrepared: boolean): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    if (!isPrepared) return;
    // The reader of codes is loaded now, so that it is among the files that are kept.
    void import('zxing-wasm/reader').then(
      async () => setKept(await keepShell(meetingId, [wasmUrl])),
      () => setKept(false),
    );
    void navigator.storage?.persist?.();
  }, [isPrepared, meetingId]);
  return isKept;
}

/**
 * The door that works without connection. Before the script runs, and on a device that was not
 * prepared, what stands inside it (the server's own list) is shown.
 */
export function DoorApp({
  meeting,
  mayPrepare,
  children,
}: {
  meeting: DoorMeeting;
  mayPrepare: boolean;
  children: ReactNode;
}) {
  const t = useT('door');
  const { phase, open, lock } = useDoorPhase(meeting.id);
  const shellKept = useKeptShell(meeting.id, phase.name === 'locked' || phase.name === 'open');

  if (phase.name === 'open')
    return (
      <OpenDoor
        door={phase.door}
        meeting={meeting}
        wasmUrl={wasmUrl}
        shellKept={shellKept}
        onLock={() => lock(phase.shelf, phase.door)}
      />
    );
  if (phase.name === 'locked')
    return (
      <Unlock
        meetingId={meeting.id}
        shelf={phase.shelf}
        device={phase.device}
        pending={phase.pending}
        onOpen={(door) => open(phase.shelf, door)}
      />
    );
  return (
    <>
      {phase.name === 'reading' && (
        <noscript>
          <Notice>{t('door.without_script')}</Notice>
        </noscript>
      )}
      {phase.name === 'unsupported' && <Notice>{t('door.unsupported')}</Notice>}
      {phase.name === 'elsewhere' && (
        <Notice kind="sun" role="status">
          {t('door.elsewhere')}
        </Notice>
      )}
      {phase.name === 'unprepared' && mayPrepare && (
        <Prepare
          meetingId={meeting.id}
          shelf={phase.shelf}
          onOpen={(door) => open(phase.shelf, door)}
        />
      )}
      {phase.name !== 'elsewhere' && children}
    </>
  );
}
