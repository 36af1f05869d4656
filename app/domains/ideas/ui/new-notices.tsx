import { useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

/** What is said above the form of a new idea: that none can be sent now, and what was kept. */
export function NewNotices({
  open,
  restored,
  signedIn,
}: {
  open: boolean;
  /** Whether the form shows what was typed before. */
  restored: boolean;
  signedIn: boolean;
}) {
  const t = useT('ideas');
  return (
    <>
      {!open && (
        <div className="l-end">
          <Notice kind="sun" title={t('new.closed.title')}>
            {t('new.closed.text')}
          </Notice>
        </div>
      )}
      {restored && (
        <div className="l-end">
          <Notice kind="done" role="status">
            {signedIn ? t('new.restored') : t('new.restored.anonymous')}
          </Notice>
        </div>
      )}
    </>
  );
}
