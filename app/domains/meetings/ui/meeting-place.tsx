import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { AccessList } from '#app/domains/meetings/ui/access-list.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

/** Where a meeting is and what it offers so that everybody can take part. */
export function MeetingPlace({
  meeting,
  access,
}: {
  meeting: PublicMeeting;
  access: { code: string; label: string }[];
}) {
  const t = useT('meetings');
  const offered = access.filter((option) => meeting.access.includes(option.code));
  return (
    <>
      <section className="side" aria-labelledby="lugar">
        <h2 id="lugar">{t('meeting.place')}</h2>
        <div className="l-stack l-stack--tight" lang={meeting.lang}>
          {meeting.venue && (
            <p>
              <strong>{meeting.venue}</strong>
            </p>
          )}
          {(meeting.address || meeting.locality) && (
            <p>{[meeting.address, meeting.locality?.name].filter(Boolean).join(', ')}</p>
          )}
          {meeting.directions && <Prose text={meeting.directions} />}
        </div>
        {meeting.modality !== 'presencial' && (
          <p className="u-small">{t('meeting.online_later')}</p>
        )}
        <p className="u-small u-mute">
          {t('meeting.languages', {
            names: meeting.languages.map((code) => t(`language.${code}`)).join(', '),
          })}
        </p>
      </section>
      <section className="side" aria-labelledby="apoyos">
        <h2 id="apoyos">{t('meeting.access')}</h2>
        {offered.length > 0 ? <AccessList items={offered} /> : <p>{t('meeting.access.none')}</p>}
        {meeting.accessNote && (
          <p className="u-small" lang={meeting.lang}>
            {meeting.accessNote}
          </p>
        )}
      </section>
    </>
  );
}
