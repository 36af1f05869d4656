import { useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { countAnswered, isAllReceived } from '#app/domains/door/device.rules.ts';
import { recordKinds } from '#app/domains/door/types.ts';
import { Refusals } from '#app/domains/door/ui/door-review.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DoorView } from '#app/domains/door/ui/door-view.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Clearing the device: only when both sides count the same. */
export function DoorEnd({ door, view }: { door: Door; view: DoorView }) {
  const t = useT('door');
  const [failed, setFailed] = useState(false);
  const own = countAnswered(view.records);
  const ready = isAllReceived(view.records, view.server);
  const clear = async () => {
    const done = await door.clear().catch(() => false);
    if (done) window.location.assign('/facilitacion');
    else setFailed(true);
  };
  return (
    <div className="l-stack">
      <p>{t('door.end.text')}</p>
      <Facts
        items={recordKinds.map((kind) => ({
          key: kind,
          term: t(`door.kind.${kind}`),
          value: t('door.end.counts', { own: own[kind], server: view.server?.[kind] ?? '—' }),
        }))}
      />
      <Refusals door={door} view={view} />
      {view.meeting && (
        <p>
          {t('door.end.meeting', {
            people: view.meeting.inscritas,
            here: view.meeting.llegaron,
            ideas: view.meeting.ideas,
          })}
        </p>
      )}
      {ready ? (
        <Notice kind="done">{t('door.end.may')}</Notice>
      ) : (
        <Notice kind="sun">{t('door.end.may_not')}</Notice>
      )}
      {failed && (
        <Notice kind="bad" role="alert">
          {t('door.end.failed')}
        </Notice>
      )}
      {ready && (
        <p>
          <Button type="button" icon="close" onClick={() => void clear()}>
            {t('door.end.clear')}
          </Button>
        </p>
      )}
    </div>
  );
}
