import { useSyncExternalStore } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { toReview } from '#app/domains/door/device.rules.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import { useAttempt, type Attempt } from '#app/domains/door/ui/door-attempt.ts';
import { DoorEnd } from '#app/domains/door/ui/door-end.tsx';
import { IdeaForm } from '#app/domains/door/ui/door-idea-form.tsx';
import { NoteForm } from '#app/domains/door/ui/door-note-form.tsx';
import { DoorPeople } from '#app/domains/door/ui/door-people.tsx';
import { PhotoForm } from '#app/domains/door/ui/door-photo-form.tsx';
import { Review, Stranded } from '#app/domains/door/ui/door-review.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { Handed } from '#app/domains/door/ui/door-handed.tsx';
import { DoorStatus, DoorTools } from '#app/domains/door/ui/door-status.tsx';
import type { DoorView } from '#app/domains/door/ui/door-view.ts';
import { WalkInForm } from '#app/domains/door/ui/door-walk-in-form.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';

/**
 * An open door: who is here, who comes, what the tables say, and how much of it the server has.
 */
export function OpenDoor({
  door,
  meeting,
  wasmUrl,
  shellKept,
  onHandOver,
  onLock,
}: {
  door: Door;
  meeting: DoorMeeting;
  wasmUrl: string;
  shellKept: boolean | null;
  onHandOver: (person: Handed) => void;
  onLock: () => void;
}) {
  const t = useT('door');
  const view = useSyncExternalStore(door.subscribe, door.view);
  const { said, failed, attempt } = useAttempt();
  const review = toReview(view.records);
  return (
    <div className="door l-stack">
      <DoorStatus door={door} view={view} said={said} />
      {failed && (
        <Notice kind="bad" role="alert">
          {t('door.not_kept')}
        </Notice>
      )}
      {(view.line === 'retirado' || view.line === 'sin_permiso') && (
        <Stranded door={door} view={view} />
      )}
      {!meeting.isFair && (
        <DoorPeople
          door={door}
          view={view}
          meeting={meeting}
          wasmUrl={wasmUrl}
          attempt={attempt}
          onHandOver={onHandOver}
        />
      )}
      {review.length > 0 && (
        <Fold open summary={t('door.review.heading', { count: review.length })}>
          <Review door={door} view={view} records={review} meeting={meeting} attempt={attempt} />
        </Fold>
      )}
      <Forms door={door} view={view} meeting={meeting} attempt={attempt} onHandOver={onHandOver} />
      <DoorTools door={door} view={view} shellKept={shellKept} onLock={onLock} />
      <Fold summary={t('door.end.heading')}>
        <DoorEnd door={door} view={view} />
      </Fold>
    </div>
  );
}

/** What is written down at a door. */
function Forms({
  door,
  view,
  meeting,
  attempt,
  onHandOver,
}: {
  door: Door;
  view: DoorView;
  meeting: DoorMeeting;
  attempt: Attempt;
  onHandOver: (person: Handed) => void;
}) {
  const t = useT('door');
  return (
    <div className="l-stack">
      {!meeting.isFair && (
        <Fold summary={t('door.walk_in.heading')}>
          <WalkInForm door={door} needs={meeting.needs} attempt={attempt} onHandOver={onHandOver} />
        </Fold>
      )}
      <Fold summary={t('door.idea.heading')}>
        <IdeaForm
          door={door}
          people={view.people}
          commitments={meeting.commitments}
          attempt={attempt}
        />
      </Fold>
      <Fold summary={t('door.photo.heading')}>
        <PhotoForm door={door} attempt={attempt} />
      </Fold>
      <Fold summary={t('door.note.heading')}>
        <NoteForm door={door} attempt={attempt} />
      </Fold>
    </div>
  );
}
