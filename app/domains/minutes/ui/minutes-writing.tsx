import type { MinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { CloseMeeting } from '#app/domains/minutes/ui/close-meeting.tsx';
import { MeetingFiles } from '#app/domains/minutes/ui/meeting-files.tsx';
import { DeskFacts, FairCount, MinutesNotes } from '#app/domains/minutes/ui/minutes-desk.tsx';
import { MinutesForm } from '#app/domains/minutes/ui/minutes-form.tsx';
import { TableIdeas } from '#app/domains/minutes/ui/table-ideas.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Where minutes are written: their texts, the notes of the day, the ideas of the tables, the files. */
export function MinutesWriting({
  desk,
  isOver,
  form,
}: {
  desk: MinutesDesk;
  isOver: boolean;
  form: FormState;
}) {
  const t = useT('minutes');
  const { meeting, ideas, files, notes } = desk;
  return (
    <div className="l-rail l-gap">
      <div className="l-stack l-stack--wide">
        {!isOver && <Notice>{t('minutes.desk.early')}</Notice>}
        {meeting.kind === 'feria' && (
          <FairCount
            counted={meeting.counted}
            form={form.value('accion') === 'contar' ? form : null}
          />
        )}
        <Texts desk={desk} form={form} />
        <MinutesNotes notes={notes} lang={meeting.lang} />
        <TableIdeas ideas={ideas} meeting={meeting} form={form} />
        <MeetingFiles meetingId={meeting.id} lang={meeting.lang} files={files} />
      </div>
      <div>
        <DeskFacts desk={desk} />
        <CloseMeeting desk={desk} over={isOver} error={form.errors('confirma')} />
      </div>
    </div>
  );
}

/** The texts begin from the draft or, without one, from what was published last. */
function Texts({ desk, form }: { desk: MinutesDesk; form: FormState }) {
  const t = useT('minutes');
  const { draft, meeting } = desk;
  const newest = desk.published[0] ?? null;
  const start = draft ?? newest;
  const untouched: FormState = { ...form, value: (_, fallback = '') => fallback };
  return (
    <section aria-labelledby="textos">
      <h2 id="textos">{t('minutes.desk.texts')}</h2>
      {!draft && newest && (
        <p className="u-mute">{t('minutes.desk.next_version', { version: newest.version + 1 })}</p>
      )}
      <MinutesForm
        start={start}
        seen={start?.writtenAt.toISOString() ?? ''}
        lang={meeting.lang}
        form={form.value('accion') === 'guardar' ? form : untouched}
      />
    </section>
  );
}
