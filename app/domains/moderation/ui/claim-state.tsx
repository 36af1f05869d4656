import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { placeQuery, type DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

type Props = {
  ideaId: string;
  place: DeskPlace;
  claim: { name: string; mine: boolean; expiresAt: Date } | null;
};

/** Whose the item is at this moment, and the button that takes it or puts it back. */
export function ClaimState({ ideaId, place, claim }: Props) {
  const t = useT('moderation');
  const f = useFormat();
  if (claim && !claim.mine) {
    return (
      <Notice kind="sun" icon="lock" title={t('claim.other', { name: claim.name })}>
        {t('claim.other.text', { time: f.date(claim.expiresAt, 'moment') })}
      </Notice>
    );
  }
  return (
    <form
      method="post"
      action={`/moderacion/ideas/${ideaId}/tomar${placeQuery(place)}`}
      className="l-row"
    >
      <Button
        size="small"
        icon={claim ? 'undo' : 'hand'}
        name="accion"
        value={claim ? 'soltar' : 'tomar'}
        data-key="c"
      >
        {claim ? t('claim.release') : t('claim.take')}
      </Button>
      {claim && (
        <span className="u-small u-mute">
          {t('claim.mine', { time: f.date(claim.expiresAt, 'moment') })}
        </span>
      )}
    </form>
  );
}
