import type { IdeaView } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

/** What the author is told of their idea while it is not public, or while a change of it waits for a look. */
export function OwnNotices({ idea }: { idea: IdeaView }) {
  const t = useT('ideas');
  return (
    <>
      {idea.state === 'devuelta' && (
        <Notice kind="sun" title={t('own.devuelta.title')}>
          {idea.stateReason}
        </Notice>
      )}
      {idea.state !== 'devuelta' && idea.state !== 'publicada' && (
        <Notice kind="info" title={t(`own.${idea.state}.title`)}>
          {t(`own.${idea.state}.text`)}
        </Notice>
      )}
      {idea.editReviewAt && <Notice>{t('own.edit_review')}</Notice>}
    </>
  );
}
