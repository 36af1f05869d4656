import type { MinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { TurnoutFacts } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What the minutes will say by themselves, and what was published. */
export function DeskFacts({ desk }: { desk: MinutesDesk }) {
  const { meeting, ideas, published, turnout } = desk;
  const t = useT('minutes');
  const f = useFormat();
  return (
    <>
      <section className="side l-stack l-stack--tight" aria-labelledby="cifras">
        <h2 id="cifras">{t('minutes.desk.counted')}</h2>
        <Facts
          items={[
            {
              key: 'attended',
              term: t('minutes.desk.attended'),
              value:
                meeting.kind === 'feria' && meeting.counted === null
                  ? t('minutes.fair.missing')
                  : f.number(meeting.attended),
            },
            {
              key: 'ideas',
              term: t('minutes.desk.ideas'),
              value: f.number(ideas.filter((idea) => !idea.dropped).length),
            },
          ]}
        />
        <p className="u-small u-mute">{t('minutes.desk.counted.note')}</p>
      </section>
      {turnout && (
        <section className="side l-stack l-stack--tight" aria-labelledby="se-dira">
          <h2 id="se-dira">{t('minutes.desk.told')}</h2>
          <TurnoutFacts turnout={turnout} />
        </section>
      )}
      {published.length > 0 && (
        <section className="side" aria-labelledby="publicadas">
          <h2 id="publicadas">{t('minutes.versions')}</h2>
          <ul className="list">
            {published.map((each) => (
              <li key={each.version}>
                <a
                  className="u-target"
                  href={`/talleres/${meeting.id}/acta?version=${each.version}`}
                >
                  {t('minutes.version', {
                    version: each.version,
                    date: f.date(each.publishedAt, 'short'),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** How many came by a fair: nobody registers there, so a person counts. */
export function FairCount({ counted, form }: { counted: number | null; form: FormState | null }) {
  const t = useT('minutes');
  return (
    <section aria-labelledby="feria">
      <h2 id="feria">{t('minutes.fair.heading')}</h2>
      <form method="post" className="l-form">
        <TextField
          name="visitas"
          label={t('minutes.fair.label')}
          hint={t('minutes.fair.hint')}
          inputMode="numeric"
          short
          maxLength={6}
          value={form?.value('visitas') ?? (counted === null ? '' : String(counted))}
          error={form?.errors('visitas')}
        />
        <p className="l-row l-end">
          <Button name="accion" value="contar">
            {t('minutes.fair.act')}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** What was noted on the day, beside what is being written. */
export function MinutesNotes({ notes, lang }: { notes: MinutesDesk['notes']; lang: string }) {
  const t = useT('minutes');
  const f = useFormat();
  if (notes.length === 0) return null;
  return (
    <Fold summary={t('minutes.notes', { count: notes.length })}>
      <div className="l-stack">
        {notes.map((note) => (
          <div key={note.id}>
            <p className="u-small u-mute">
              <time dateTime={note.writtenAt.toISOString()}>
                {f.date(note.writtenAt, 'moment')}
              </time>
            </p>
            <Prose text={note.body} lang={lang} />
          </div>
        ))}
      </div>
    </Fold>
  );
}

/** What publishing does, and its button; or what is missing before. `naming`: with the names that were just told. */
export function PublishMinutes({ desk, naming }: { desk: MinutesDesk; naming: boolean }) {
  const t = useT('minutes');
  const e = useT('errors');
  const { ideas, files, hindrance } = desk;
  const fresh = ideas.filter((idea) => !idea.dropped && !idea.ideaId).length;
  const kept = files.filter((file) => file.kind === 'foto' && !file.clearedWhy).length;
  const missing = hindrance ? sayRefusal(e, hindrance) : null;
  return (
    <section className="panel l-stack l-stack--tight l-stick" aria-labelledby="publicar">
      <h2 id="publicar">{t('minutes.publish.heading')}</h2>
      {missing ? (
        <Notice kind="sun" title={missing.text}>
          {missing.next}
        </Notice>
      ) : (
        <>
          <ul className="list">
            <li>{t('minutes.publish.freezes', { count: desk.meeting.attended })}</li>
            {fresh > 0 && <li>{t('minutes.publish.ideas', { count: fresh })}</li>}
            {kept > 0 && <li>{t('minutes.publish.private', { count: kept })}</li>}
            <li>{t('minutes.publish.thanks')}</li>
          </ul>
          <form method="post" className="l-stack l-stack--tight">
            {naming && <input type="hidden" name="nombres" value="publicar" />}
            <Button kind={naming ? 'plain' : 'go'} wide name="accion" value="publicar">
              {naming ? t('minutes.publish.naming') : t('minutes.publish.act')}
            </Button>
          </form>
          {naming && (
            <p>
              <a href={`/facilitacion/talleres/${desk.meeting.id}/acta`}>
                {t('minutes.publish.change')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
