import { useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

/** How the idea will read, above its form; nothing has been sent. */
export function IdeaPreview({ title, description }: { title: string; description: string }) {
  const t = useT('ideas');
  return (
    <section className="panel l-end" aria-labelledby="vista" role="status">
      <h2 id="vista" className="u-small u-mute">
        {t('preview.heading')}
      </h2>
      <p className="idea__title">{title}</p>
      <Prose text={description} />
      <p className="u-small u-mute">{t('preview.note')}</p>
    </section>
  );
}
