import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { CommitmentRef, Finding, IdeaOrigin, IdeaState } from '#app/domains/ideas/types.ts';
import { useAuthorName } from '#app/domains/ideas/ui/author.tsx';
import type { Clock } from '#app/domains/moderation/types.ts';
import { ClockState } from '#app/domains/moderation/ui/clock-state.tsx';
import { findingIcons } from '#app/domains/moderation/ui/queue-list.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { TextSpan } from '#app/ui/marked-parts.ts';
import { Prose } from '#app/ui/prose.tsx';
import { Meta } from '#app/ui/meta.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextDiff } from '#app/ui/text-diff.tsx';

export type PanelIdea = {
  id: string;
  number: number;
  state: IdeaState;
  lang: string;
  author: string | null;
  authorId: string | null;
  origin: IdeaOrigin;
  locality: { name: string } | null;
  sentAt: Date;
  commitment: CommitmentRef;
  findings: Finding[];
};

/** What is said of an idea by its state; any other one has been decided. */
const standing: Partial<Record<IdeaState, 'public' | 'unpublished'>> = {
  publicada: 'public',
  enviada: 'unpublished',
  devuelta: 'unpublished',
  cuarentena: 'unpublished',
};

/** The head of the item: where it stands, until when, who sent it and when. */
export function ItemHead({
  idea,
  title,
  clock,
  commitment,
}: {
  idea: PanelIdea;
  title: string;
  clock: Clock | null;
  commitment: string;
}) {
  const t = useT('moderation');
  const f = useFormat();
  const nameOf = useAuthorName();
  return (
    <>
      <div className="l-row">
        <Badge icon="eye">{t(`item.${standing[idea.state] ?? 'decided'}`)}</Badge>
        {clock && <ClockState clock={clock} />}
        {clock && clock.due !== 'hold' && (
          <span className="u-small u-mute">
            {t('item.due', { date: f.date(clock.dueAt, 'weekday') })}
          </span>
        )}
        <span className="tag">{t('item.number', { number: String(idea.number) })}</span>
      </div>
      <h2 id="pieza" className="desk__title u-break" lang={idea.lang}>
        {title}
      </h2>
      <Meta
        items={[
          { key: 'author', icon: 'person', text: nameOf(idea.author, idea.authorId, idea.origin) },
          ...(idea.locality
            ? [{ key: 'place', icon: 'pin' as const, text: idea.locality.name }]
            : []),
          {
            key: 'sent',
            icon: 'calendar',
            text: <time dateTime={idea.sentAt.toISOString()}>{f.date(idea.sentAt, 'moment')}</time>,
          },
          { key: 'commitment', icon: 'folder', text: commitment },
        ]}
      />
    </>
  );
}

/** What the automatic checks found: something to look at, not a verdict. */
export function Findings({ findings }: { findings: Finding[] }) {
  const t = useT('moderation');
  const [first] = findings;
  if (!first) return null;
  return (
    <Notice
      kind="sun"
      icon={findingIcons[first]}
      title={t('finding.title', { count: findings.length })}
    >
      <ul className="list list--icons">
        {findings.map((finding) => (
          <li key={finding}>
            <Icon name={findingIcons[finding]} /> {t(`finding.${finding}`)}
          </li>
        ))}
      </ul>
      {t('finding.note')}
    </Notice>
  );
}

type Written = { title: string; description: string };

/** The text, or what a change of it changed. */
export function ItemText({
  text,
  marks,
  before,
  lang,
}: {
  text: Written;
  marks: readonly TextSpan[];
  before: Written | null;
  lang: string;
}) {
  const t = useT('moderation');
  return (
    <>
      {before && (
        <section className="l-stack l-stack--tight">
          <h3>{t('item.change')}</h3>
          {before.title !== text.title && (
            <>
              <p className="u-small u-mute">{t('item.change.title')}</p>
              <TextDiff before={before.title} after={text.title} lang={lang} />
            </>
          )}
          <p className="u-small u-mute">{t('item.change.text')}</p>
          <TextDiff before={before.description} after={text.description} lang={lang} />
        </section>
      )}
      <h3 className={before ? undefined : 'u-sr'}>{t('item.text')}</h3>
      {text.description ? (
        <blockquote className="quote">
          <Prose text={text.description} lang={lang} marks={marks} />
        </blockquote>
      ) : (
        <p className="u-mute">{t('item.no_text')}</p>
      )}
    </>
  );
}

type Similar = {
  id: string;
  number: number;
  title: string;
  locality: string | null;
  verdict: 'duplicada' | 'relacionada';
};

/** Public ideas that look like it, with the place apart: the same request elsewhere is not the same idea. */
export function SimilarTable({ similar }: { similar: Similar[] }) {
  const t = useT('moderation');
  if (similar.length === 0)
    return (
      <section>
        <h3>{t('item.similar')}</h3>
        <p className="u-mute">{t('item.similar.none')}</p>
      </section>
    );
  return (
    <section>
      <h3>{t('item.similar')}</h3>
      <DataTable
        caption={t('item.similar')}
        hideCaption
        columns={[
          { key: 'idea', label: t('item.similar.idea') },
          { key: 'place', label: t('item.similar.place') },
          { key: 'how', label: t('item.similar.how') },
        ]}
        rows={similar.map((other) => ({
          id: other.id,
          idea: (
            <>
              <a href={`/ideas/${other.id}`}>{other.title}</a>{' '}
              <small>{t('item.number', { number: String(other.number) })}</small>
            </>
          ),
          place: other.locality ?? t('item.similar.city'),
          how: t(`item.similar.${other.verdict}`),
        }))}
      />
    </section>
  );
}
