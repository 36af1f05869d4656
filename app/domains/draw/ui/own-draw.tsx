import { useT } from '#app/platform/i18n/use-t.ts';
import { Facts } from '#app/ui/facts.tsx';

/** What somebody is called in a draw: only on the page of their own code. */
export function OwnDraw({
  names,
  meetingId,
}: {
  names: { pseudonym: string; token: string };
  meetingId: string;
}) {
  const t = useT('draw');
  return (
    <section className="l-stack l-stack--tight" aria-labelledby="sorteo">
      <h2 id="sorteo">{t('draw.own.title')}</h2>
      <Facts
        items={[
          {
            term: t('draw.own.pseudonym'),
            value: <code className="u-break">{names.pseudonym}</code>,
          },
          { term: t('draw.own.token'), value: <code className="u-break">{names.token}</code> },
        ]}
      />
      <p className="u-small u-mute">
        {t('draw.own.text')} <a href={`/talleres/${meetingId}/sorteo`}>{t('draw.own.link')}</a>
      </p>
    </section>
  );
}
