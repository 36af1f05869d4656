import type { ReactNode } from 'react';
import type { MeetingFile, Minutes, Turnout } from '#app/domains/minutes/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Meta } from '#app/ui/meta.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const fileHref = (meetingId: string, fileId: string) =>
  `/talleres/${meetingId}/archivos/${fileId}`;

/** When and where a meeting was. */
export function MeetingMeta({
  meeting,
}: {
  meeting: Pick<Meeting, 'startsAt' | 'venue' | 'address' | 'locality'>;
}) {
  const f = useFormat();
  const place = [meeting.venue, meeting.address, meeting.locality?.name].filter(Boolean).join(', ');
  return (
    <Meta
      items={[
        {
          key: 'when',
          icon: 'calendar',
          text: <time dateTime={meeting.startsAt.toISOString()}>{f.date(meeting.startsAt)}</time>,
        },
        ...(place ? [{ key: 'where', icon: 'pin' as const, text: place }] : []),
      ]}
    />
  );
}

/** Registered, came, proposed; a count that could point at somebody is replaced by the same mark. */
export function TurnoutFacts({ turnout }: { turnout: Turnout }) {
  const t = useT('minutes');
  const f = useFormat();
  const said = (count: number | null) =>
    count === null ? t('minutes.turnout.few') : f.number(count);
  return (
    <>
      <Facts
        items={(['registered', 'attended', 'proposed'] as const).map((key) => ({
          key,
          term: t(`minutes.turnout.${key}`),
          value: said(turnout[key]),
        }))}
      />
      <p className="u-small u-mute">{t('minutes.turnout.note')}</p>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="l-stack l-stack--tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

type SheetIdea = {
  id: string;
  table: string;
  title: string;
  agreeing: number;
  href?: string;
  commitmentId: string | null;
};

/** What was said, agreed and proposed: the body of the minutes, the same on the screen, in the preview and on paper. */
export function MinutesSheet({
  meeting,
  minutes,
  ideas,
  photos,
  documents,
}: {
  meeting: Meeting;
  minutes: Minutes;
  ideas: SheetIdea[];
  photos: MeetingFile[];
  documents: MeetingFile[];
}) {
  const t = useT('minutes');
  const f = useFormat();
  const locale = useLocale();
  const commitmentOf = (id: string | null) => meeting.commitments.find((each) => each.id === id);
  return (
    <div className="l-stack l-stack--wide minutes">
      {minutes.agenda && (
        <Part id="orden-del-dia" title={t('minutes.agenda')}>
          <Prose text={minutes.agenda} lang={meeting.lang} />
        </Part>
      )}
      {minutes.topics && (
        <Part id="temas-tratados" title={t('minutes.topics')}>
          <Prose text={minutes.topics} lang={meeting.lang} />
        </Part>
      )}
      {minutes.agreements && (
        <Part id="lo-acordado" title={t('minutes.agreements')}>
          <div className="quote">
            <Prose text={minutes.agreements} lang={meeting.lang} />
          </div>
        </Part>
      )}
      {ideas.length > 0 && (
        <Part id="ideas" title={t('minutes.ideas', { count: ideas.length })}>
          <p className="u-mute">{t('minutes.ideas.lead')}</p>
          <ol className="minutes__ideas">
            {ideas.map((idea) => {
              const commitment = commitmentOf(idea.commitmentId);
              return (
                <li key={idea.id}>
                  <h3 lang={meeting.lang}>
                    {idea.href ? <a href={idea.href}>{idea.title}</a> : idea.title}
                  </h3>
                  <p className="u-small u-mute">
                    {[
                      idea.table,
                      commitment &&
                        t('minutes.idea.commitment', {
                          number: commitment.number,
                          title: locale === 'en' ? commitment.titleEn : commitment.titleEs,
                        }),
                      idea.agreeing > 0 && t('minutes.idea.agreeing', { count: idea.agreeing }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              );
            })}
          </ol>
        </Part>
      )}
      {photos.length > 0 && (
        <Part id="fotos" title={t('minutes.photos')}>
          <div className="shots">
            {photos.map((photo) => (
              <figure key={photo.id} className="shot">
                <a href={fileHref(meeting.id, photo.id)}>
                  <img
                    src={fileHref(meeting.id, photo.id)}
                    alt={photo.description}
                    lang={meeting.lang}
                    loading="lazy"
                  />
                </a>
                <figcaption className="u-small u-mute" lang={meeting.lang} aria-hidden="true">
                  {photo.description}
                </figcaption>
              </figure>
            ))}
          </div>
        </Part>
      )}
      {documents.length > 0 && (
        <Part id="documentos" title={t('minutes.documents')}>
          <ul className="list list--icons">
            {documents.map((file) => (
              <li key={file.id}>
                <Icon name="download" />
                <span>
                  <a href={fileHref(meeting.id, file.id)} lang={meeting.lang}>
                    {file.description}
                  </a>{' '}
                  <span className="u-small u-mute">
                    {t('minutes.document.facts', {
                      name: file.name,
                      size: f.number(Math.max(1, Math.round(file.size / 1024))),
                    })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {minutes.closing && (
        <Part id="como-cerro" title={t('minutes.closing')}>
          <Prose text={minutes.closing} lang={meeting.lang} />
        </Part>
      )}
    </div>
  );
}
