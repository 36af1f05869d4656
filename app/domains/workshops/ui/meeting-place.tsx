import type { Meeting } from '#app/domains/workshops/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { Prose } from '#app/ui/prose.tsx';

const icons: Record<string, IconName> = { lsc: 'signs', sin_escalones: 'ramp', cuidado_ninez: 'care', transporte: 'bus' };

/** Where a meeting is and what it offers so that everybody can take part. */
export function MeetingPlace({ meeting, access }: { meeting: Meeting; access: { code: string; label: string }[] }) {
  const t = useT('workshops');
  const f = useFormat();
  const offered = access.filter((option) => meeting.access.includes(option.code));
  const languages = meeting.languages.map((code) => (code === 'es' || code === 'en' || code === 'lsc' ? t(`language.${code}`) : code));
  return (
    <>
      <section className="side" aria-labelledby="lugar">
        <h2 id="lugar">{t('meeting.place')}</h2>
        <div className="l-stack l-stack--tight" lang={meeting.lang}>
          {meeting.venue && <p><strong>{meeting.venue}</strong></p>}
          {(meeting.address || meeting.locality) && <p>{[meeting.address, meeting.locality?.name].filter(Boolean).join(', ')}</p>}
          {meeting.directions && <Prose text={meeting.directions} />}
        </div>
        {meeting.modality !== 'presencial' && <p className="u-small">{t('meeting.online_later')}</p>}
        <p className="u-small u-mute">{t('meeting.languages', { names: f.list(languages) })}</p>
      </section>
      <section className="side" aria-labelledby="apoyos">
        <h2 id="apoyos">{t('meeting.access')}</h2>
        {offered.length > 0
          ? <ul className="list list--icons">{offered.map((option) => <li key={option.code}><Icon name={icons[option.code] ?? 'check'} /><span>{option.label}</span></li>)}</ul>
          : <p>{t('meeting.access.none')}</p>}
        {meeting.accessNote && <p className="u-small" lang={meeting.lang}>{meeting.accessNote}</p>}
      </section>
    </>
  );
}
