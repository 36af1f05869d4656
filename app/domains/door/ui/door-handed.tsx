import { useEffect, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

/** To whom the screen is handed over. */
export type Handed = { id: string; name: string; isMinor: boolean };

/**
 * Covers everything else of the page while the device is in somebody else's hands: nothing behind it
 * can be reached, and only the PIN takes it away.
 */
export function HandedScreen({ children }: { children: ReactNode }) {
  const t = useT('door');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const stay = (event: SyntheticEvent<HTMLDialogElement>) => {
    event.preventDefault();
    // Browsers let a dialog be closed by pressing twice: it opens again.
    if (!event.currentTarget.open) event.currentTarget.showModal();
  };
  return (
    <dialog
      ref={dialog}
      className="door__handed"
      aria-label={t('door.handed.title')}
      onCancel={stay}
      onClose={stay}
    >
      {children}
    </dialog>
  );
}

/** The device waits to be given back: nothing but its PIN opens it. */
export function HandedBack({ children }: { children: ReactNode }) {
  const t = useT('door');
  return (
    <HandedScreen>
      <div className="l-stack l-narrow">
        <Notice kind="done" role="status" title={t('door.handed.thanks')}>
          {t('door.handed.back')}
        </Notice>
        {children}
      </div>
    </HandedScreen>
  );
}
