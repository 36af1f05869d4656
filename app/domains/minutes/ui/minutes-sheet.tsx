import type { ReactNode } from 'react';
import type { MeetingFile, MeetingIdea, Minutes, Turnout } from '#app/domains/minutes/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Meta } from '#app/ui/meta.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const fileHref = (meetingId: string, fileId: string) =>
  `/talleres/${meetingId}/archivos/${fileId}`;

/** A document's name and size, in words. */
export function useFileFacts(): (file: Pick<MeetingFile, 'name' | 'size'>) => string {
  const t = useT('minutes');
  const f = useFormat();
  return ({ name, size }) =>
    t('minutes.document.facts', { name, size: f.number(Math.max(1, Math.round(size / 1024))) });
}

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

/** On a public page so few who agree are not told. */
type SheetIdea = Omit<MeetingIdea, 'agreeing'> & {
  agreeing: number | null;
  href?: string | undefined;
};
type SheetMeeting = Pick<Meeting, 'id' | 'lang' | 'commitments'>;

/**
 * What was said, agreed and proposed: the body of the minutes, the same on the screen, in the preview
 * and on paper.
 */
export function MinutesSheet({
  meeting,
  minutes,
  ideas,
  photos,
  documents,
}: {
  meeting: SheetMeeting;
  minutes: Minutes;
  ideas: SheetIdea[];
  photos: MeetingFile[];
  documents: MeetingFile[];
}) {
  const t = useT('minutes');
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
      {ideas.length > 0 && <Ideas meeting={meeting} ideas={ideas} />}
      {photos.length > 0 && <Photos meeting={meeting} photos={photos} />}
      {documents.length > 0 && <Documents meeting={meeting} documents={documents} />}
      {minutes.closing && (
        <Part id="como-cerro" title={t('minutes.closing')}>
          <Prose text={minutes.closing} lang={meeting.lang} />
        </Part>
      )}
    </div>
  );
}

function Ideas({ meeting, ideas }: { meeting: SheetMeeting; ideas: SheetIdea[] }) {
  const t = useT('minutes');
  const ofDoor = useT('door');
  const locale = useLocale();
  const commitmentOf = (idea: SheetIdea) => {
    const commitment = meeting.commitments.find((each) => each.id === idea.commitmentId);
    if (!commitment) return undefined;
    const title = locale === 'en' ? commitment.titleEn : commitment.titleEs;
    return ofDoor('door.idea.commitment', { number: commitment.number, title });
  };
  const agreeingOf = (idea: SheetIdea) =>
    idea.agreeing !== null &&
    idea.agreeing > 0 &&
    t('minutes.idea.agreeing', { count: idea.agreeing });
  return (
    <Part id="ideas" title={t('minutes.ideas', { count: ideas.length })}>
      <p className="u-mute">{t('minutes.ideas.lead')}</p>
      <ol className="minutes__ideas">
        {ideas.map((idea) => (
          <li key={idea.id}>
            <h3 lang={meeting.lang}>
              {idea.href ? <a href={idea.href}>{idea.title}</a> : idea.title}
            </h3>
            <p className="u-small u-mute">
              {[idea.table, commitmentOf(idea), agreeingOf(idea)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Photos({ meeting, photos }: { meeting: SheetMeeting; photos: MeetingFile[] }) {
  const t = useT('minutes');
  return (
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
  );
}

function Documents({ meeting, documents }: { meeting: SheetMeeting; documents: MeetingFile[] }) {
  const t = useT('minutes');
  const factsOf = useFileFacts();
  return (
    <Part id="documentos" title={t('minutes.documents')}>
      <ul className="list list--icons">
        {documents.map((file) => (
          <li key={file.id}>
            <Icon name="download" />
            <span>
              <a href={fileHref(meeting.id, file.id)} lang={meeting.lang}>
                {file.description}
              </a>{' '}
              <span className="u-small u-mute">{factsOf(file)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
