import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

type Props = { twins: { otherId: string; createdAt: Date }[]; mayChange: boolean };

/** That others may be of the same person, and to whom proved to be them, which: theirs or not. */
export function OwnTwins({ twins, mayChange }: Props) {
  const t = useT('registration');
  const f = useFormat();
  return (
    <Notice kind="sun" title={t('own.twice.title')}>
      {t('own.twice.text')}
      {mayChange &&
        twins.map((twin) => (
          <form key={twin.otherId} method="post" className="l-row l-end">
            <input type="hidden" name="accion" value="aclarar" />
            <input type="hidden" name="otra" value={twin.otherId} />
            <p>{t('own.twice.other', { date: f.date(twin.createdAt, 'moment') })}</p>
            <Button size="small" name="es" value="unidas">
              {t('own.twice.join')}
            </Button>
            <Button size="small" name="es" value="distintas">
              {t('own.twice.apart')}
            </Button>
          </form>
        ))}
    </Notice>
  );
}
