import { awaitsDraw } from '#app/domains/meetings/rules.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { takenChannels } from '#app/domains/registration/take-form.ts';
import type { RegistrationView } from '#app/domains/registration/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type TakingMeeting = Pick<Meeting, 'id' | 'title' | 'lang' | 'startsAt'>;

/** How and when the person consented, which who facilitates says for them. */
export function ConsentGiven({ form, channel }: { form: FormState; channel: string }) {
  const t = useT('roster');
  return (
    <fieldset className="part">
      <legend>{t('take.how')}</legend>
      <div className="l-stack">
        <RadioGroup
          name="canal"
          legend={t('take.channel')}
          hint={t('take.channel.hint')}
          options={takenChannels.map((value) => ({ value, label: t(`take.channel.${value}`) }))}
          value={form.value('canal', channel)}
          error={form.errors('canal')}
        />
        <TextField
          name="consiente_fecha"
          type="date"
          optional
          label={t('take.day')}
          hint={t('take.day.hint')}
          value={form.value('consiente_fecha')}
          error={form.errors('consiente_fecha')}
        />
      </div>
    </fieldset>
  );
}

/** The coming meetings of somebody, each with its way to register a person who calls. */
export function TakingMeetings({ meetings }: { meetings: TakingMeeting[] }) {
  const t = useT('roster');
  const f = useFormat();
  if (meetings.length === 0) return null;
  return (
    <section className="l-stack l-stack--tight" aria-labelledby="inscribir">
      <h2 id="inscribir">{t('take.title')}</h2>
      <p>{t('take.from_calls')}</p>
      <ul className="list">
        {meetings.map(({ id, title, lang, startsAt }) => (
          <li key={id}>
            <a href={`/facilitacion/talleres/${id}/inscribir`} lang={lang}>
              {title}
            </a>
            <span className="u-small u-mute">{f.date(startsAt, 'moment')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = {
  taken: Pick<RegistrationView, 'state' | 'turn'>;
  meeting: Pick<Meeting, 'id' | 'allocation' | 'allottedAt'>;
};

/** How the person who was just written down stands; the form for the next one follows. */
export function TakenSays({ taken, meeting }: Props) {
  const t = useT('roster');
  const waits = awaitsDraw(meeting)
    ? t('take.in_draw')
    : t('take.waiting', { turn: taken.turn ?? 1 });
  const says = taken.state === 'en_espera' ? waits : t(`twice.state.${taken.state}`);
  return (
    <Notice kind="done" title={t('take.stands', { state: says })}>
      {t('take.next')} <a href={`/facilitacion/talleres/${meeting.id}/lista`}>{t('take.list')}</a>
    </Notice>
  );
}
