import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { loadMessages } from '#app/platform/i18n/load-messages.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import { useDoorPhase, type Phase } from '#app/domains/door/ui/door-phase.ts';
import { HandedBack, HandedScreen, type Handed } from '#app/domains/door/ui/door-handed.tsx';
import { Prepare } from '#app/domains/door/ui/door-prepare.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { Shelf } from '#app/domains/door/ui/door-shelf.ts';
import { isShellKept, keepShell } from '#app/domains/door/ui/door-shell.ts';
import { Unlock } from '#app/domains/door/ui/door-unlock.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** The questions with their words: few doors hand a screen over, so the page ships without them. */
async function loadQuestions() {
  await loadMessages('registration');
  const { HandedQuestions } = await import('#app/domains/door/ui/door-questions.tsx');
  return { default: HandedQuestions };
}
const HandedQuestions = lazy(loadQuestions);

/** What an open door has: who only looks at the list does not load it. */
async function loadOpenDoor() {
  const { OpenDoor } = await import('#app/domains/door/ui/open-door.tsx');
  return { default: OpenDoor };
}
const OpenDoor = lazy(loadOpenDoor);

/** Keeps the page on a prepared device; says whether it opens without connection. */
function useKeptShell(meetingId: string, isPrepared: boolean): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    if (!isPrepared) return;
    // What is needed only later is loaded now, so that it is among the files that are kept.
    const later = [import('zxing-wasm/reader'), loadQuestions(), loadOpenDoor()];
    void Promise.all(later).then(
      async () => setKept(await keepShell(meetingId, [wasmUrl])),
      async () => setKept(await isShellKept(meetingId)),
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
  const { phase, open, lock } = useDoorPhase(meeting.id);
  const [handed, setHanded] = useState<Handed | null>(null);
  const shellKept = useKeptShell(meeting.id, phase.name === 'locked' || phase.name === 'open');

  const closeDoor = phase.name === 'open' ? () => lock(phase.shelf, phase.door) : () => undefined;
  if (handed && phase.name === 'open')
    return (
      <HandedScreen key="handed">
        <Suspense>
          <HandedQuestions
            door={phase.door}
            person={handed}
            questions={meeting.questions}
            onDone={closeDoor}
          />
        </Suspense>
      </HandedScreen>
    );
  if (phase.name === 'open')
    return (
      <Suspense>
        <OpenDoor
          door={phase.door}
          meeting={meeting}
          wasmUrl={wasmUrl}
          shellKept={shellKept}
          onHandOver={setHanded}
          onLock={closeDoor}
        />
      </Suspense>
    );
  if (phase.name === 'locked') {
    const onOpen = (door: Door) => {
      setHanded(null);
      open(phase.shelf, door);
    };
    const unlock = <Unlock meetingId={meeting.id} {...phase} onOpen={onOpen} />;
    return handed ? <HandedBack key="handed">{unlock}</HandedBack> : unlock;
  }
  return (
    <ClosedDoor phase={phase} meetingId={meeting.id} mayPrepare={mayPrepare} onOpen={open}>
      {children}
    </ClosedDoor>
  );
}

/** A door that is not prepared here: the server's list, and the way to prepare the device. */
function ClosedDoor({
  phase,
  meetingId,
  mayPrepare,
  onOpen,
  children,
}: {
  phase: Phase;
  meetingId: string;
  mayPrepare: boolean;
  onOpen: (shelf: Shelf, door: Door) => void;
  children: ReactNode;
}) {
  const t = useT('door');
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
        <Fold summary={t('door.prepare.heading')}>
          <Prepare
            meetingId={meetingId}
            shelf={phase.shelf}
            onOpen={(door) => onOpen(phase.shelf, door)}
          />
        </Fold>
      )}
      {phase.name !== 'elsewhere' && children}
    </>
  );
}
