import type { ReactNode } from 'react';
import type { IdeaView } from '#app/domains/ideas/types.ts';
import { useAuthorName } from '#app/domains/ideas/ui/author.tsx';
import { IdeaBadge } from '#app/domains/ideas/ui/idea-badge.tsx';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

type Props = {
  idea: IdeaView;
  /** What the visitor can do first. */
  action?: ReactNode;
};

/** The top of an idea's page: where it stands, its title, who wrote it, where and when. */
export function IdeaHead({ idea, action }: Props) {
  const t = useT('ideas');
  const locale = useLocale();
  return (
    <PageHead
      crumbs={[{ href: '/ideas', label: t('list.crumb') }]}
      current={t('detail.crumb', { number: String(idea.number) })}
      above={
        <>
          <IdeaBadge state={idea.state} step={idea.step} />
          <a className="tag" href={`/compromisos/${idea.commitment.slug}`}>
            {t('detail.commitment', {
              number: idea.commitment.number,
              title: locale === 'en' ? idea.commitment.titleEn : idea.commitment.titleEs,
            })}
          </a>
        </>
      }
      title={idea.title}
      lang={idea.lang}
      meta={<IdeaMeta idea={idea} />}
      action={action}
    />
  );
}

function IdeaMeta({ idea }: { idea: IdeaView }) {
  const t = useT('ideas');
  const f = useFormat();
  const nameOf = useAuthorName();
  const at = idea.publishedAt ?? idea.createdAt;
  return (
    <ul className="meta">
      <li>
        <Icon name="person" />
        {nameOf(idea.author, idea.authorId, idea.origin)}
      </li>
      {idea.locality && (
        <li>
          <Icon name="pin" />
          {idea.locality.name}
        </li>
      )}
      <li>
        <Icon name="calendar" />
        <time dateTime={at.toISOString()}>{f.date(at)}</time>
      </li>
      {idea.version > 1 && idea.state !== 'borrador' && (
        <li>
          <a className="u-target" href={`/ideas/${idea.id}/versiones`}>
            {t('detail.versions', { count: idea.version })}
          </a>
        </li>
      )}
    </ul>
  );
}
