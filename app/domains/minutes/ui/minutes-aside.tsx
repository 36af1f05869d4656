import type { MinutesPage } from '#app/domains/minutes/get-minutes.server.ts';
import type { Turnout } from '#app/domains/minutes/types.ts';
import { TurnoutFacts } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

/** How many registered, came and proposed, beside published minutes. */
export function TurnoutAside({ turnout, meetingId }: { turnout: Turnout; meetingId: string }) {
  const t = useT('minutes');
  return (
    <section className="side l-stack l-stack--tight" aria-labelledby="cifras">
      <h2 id="cifras">{t('minutes.turnout')}</h2>
      <TurnoutFacts turnout={turnout} />
      <p className="u-screen">
        <a className="more" href={`/inclusion?ambito=taller:${meetingId}`}>
          {t('minutes.turnout.groups')}
        </a>
      </p>
    </section>
  );
}

/** Which version is read, the others, and where on paper it came from. */
export function Versions({
  meetingId,
  minutes,
  versions,
  address,
}: Pick<MinutesPage, 'minutes' | 'versions'> & { meetingId: string; address: string }) {
  const t = useT('minutes');
  const f = useFormat();
  const hrefOf = (version: number, index: number) =>
    index === 0 ? `/talleres/${meetingId}/acta` : `/talleres/${meetingId}/acta?version=${version}`;
  return (
    <section className="side l-stack l-stack--tight" aria-labelledby="version">
      <h2 id="version">{t('minutes.versions')}</h2>
      <p>{t('minutes.version', { version: minutes.version, date: f.date(minutes.publishedAt) })}</p>
      {versions.length > 1 && (
        <ul className="list u-screen">
          {versions.map(({ version, publishedAt }, index) => (
            <li key={version}>
              {version === minutes.version ? (
                <strong>{t('minutes.version.this', { version })}</strong>
              ) : (
                <a className="u-target" href={hrefOf(version, index)}>
                  {t('minutes.version', { version, date: f.date(publishedAt, 'short') })}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="u-small u-mute u-screen">{t('minutes.print')}</p>
      <p className="u-small u-paper">{t('minutes.from', { address })}</p>
    </section>
  );
}
