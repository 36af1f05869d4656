import type { PhaseChange } from '#app/domains/meetings/count-phase-change.server.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

/** What another end of the phase of the workshops does to meetings and to who registered. */
export function PhaseMeetings({ shortened, people, extended }: PhaseChange) {
  const t = useT('coordination');
  return (
    <Notice kind={shortened > 0 ? 'sun' : 'info'} title={t('phases.meetings.title')}>
      {shortened > 0 && (
        <p>
          {t('phases.meetings.shortened', { count: shortened })}{' '}
          {people > 0
            ? t('phases.meetings.people', { count: people })
            : t('phases.meetings.nobody')}
        </p>
      )}
      {extended > 0 && <p>{t('phases.meetings.extended', { count: extended })}</p>}
      {shortened + extended === 0 && <p>{t('phases.meetings.none')}</p>}
    </Notice>
  );
}
