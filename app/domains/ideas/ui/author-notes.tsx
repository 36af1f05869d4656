import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

type Props = { notes: { id: string; body: string; createdAt: Date }[]; lang: string };

/** What the author added after people had supported the text. */
export function AuthorNotes({ notes, lang }: Props) {
  const t = useT('ideas');
  const f = useFormat();
  if (notes.length === 0) return null;
  return (
    <section className="l-end">
      <h3>{t('note.heading')}</h3>
      {notes.map((note) => (
        <div key={note.id} className="change l-end">
          <p className="u-small u-mute">
            <time dateTime={note.createdAt.toISOString()}>{f.date(note.createdAt)}</time>
          </p>
          <Prose text={note.body} lang={lang} />
        </div>
      ))}
    </section>
  );
}
