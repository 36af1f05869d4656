import type { MinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { PublishMinutes } from '#app/domains/minutes/ui/minutes-desk.tsx';
import { MinutesSheet } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';

/** The minutes as everybody will read them, and the button that publishes them. */
export function MinutesPreview({ desk, form }: { desk: MinutesDesk; form: FormState }) {
  const t = useT('minutes');
  const { meeting, draft, ideas, files } = desk;
  return (
    <div className="l-rail l-gap">
      {draft ? (
        <MinutesSheet
          meeting={meeting}
          minutes={draft}
          ideas={ideas
            .filter((idea) => !idea.dropped)
            .map((idea) => ({ ...idea, href: idea.ideaId ? `/ideas/${idea.ideaId}` : undefined }))}
          photos={files.filter((file) => file.kind === 'foto' && file.clearedWhy)}
          documents={files.filter((file) => file.kind === 'adjunto')}
        />
      ) : (
        <p>{t('minutes.preview.none')}</p>
      )}
      <PublishMinutes desk={desk} naming={form.refused?.reason === 'minutes_name_registered'} />
    </div>
  );
}
