import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';

/** On to another item without deciding. */
export function ItemMoves({ next, previous }: { next: string | null; previous: string | null }) {
  const t = useT('moderation');
  return (
    <div className="l-row">
      {previous && (
        <ButtonLink size="small" icon="back" href={previous} data-key="k">
          {t('decide.back')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink size="small" icon="arrow" href={next} data-key="j">
          {t('decide.skip')}
        </ButtonLink>
      )}
    </div>
  );
}
