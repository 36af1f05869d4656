import type { ReactNode } from 'react';
import { stoppedStates } from '#app/domains/ideas/road.ts';
import { stepNumber } from '#app/domains/ideas/rules.ts';
import type { IdeaSummary } from '#app/domains/ideas/types.ts';
import { IdeaBadge } from '#app/domains/ideas/ui/idea-badge.tsx';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';
import { MiniRoad } from '#app/ui/road.tsx';

/** What stands in place of a name, by where the idea came from. */
const namelessBy = { importada: 'imported', taller: 'workshop', web: 'unnamed' } as const;

type Props = {
  idea: IdeaSummary;
  /** The support button, where the list offers one. */
  support?: ReactNode;
  level?: 'h2' | 'h3';
};

/** One idea in a list: state, title, beginning of the text, who and where, how far it came. */
export function IdeaCard({ idea, support, level: Heading = 'h3' }: Props) {
  const t = useT('ideas');
  const c = useT('common');
  const f = useFormat();
  const locale = useLocale();
  const at = stepNumber(idea.step);
  return (
    <li className="idea">
      <article>
        <div className="l-row">
          <IdeaBadge state={idea.state} step={idea.step} />
          <span className="tag">
            {locale === 'en' ? idea.commitment.titleEn : idea.commitment.titleEs}
          </span>
        </div>
        <Heading className="idea__title" lang={idea.lang}>
          <a href={`/ideas/${idea.id}`}>{idea.title}</a>
        </Heading>
        <p className="idea__text" lang={idea.excerpt ? idea.lang : undefined}>
          {idea.excerpt || t('no_description')}
        </p>
        <ul className="meta">
          {idea.locality && (
            <li>
              <Icon name="pin" />
              {idea.locality.name}
            </li>
          )}
          <li>
            {idea.author ?? c(`author.${namelessBy[idea.origin]}`)}
            {idea.publishedAt && `, ${f.date(idea.publishedAt)}`}
          </li>
          {idea.comments > 0 && (
            <li>
              <Icon name="comment" />
              <span aria-hidden="true">{f.number(idea.comments)}</span>
              <span className="u-sr">{t('comments.count', { count: idea.comments })}</span>
            </li>
          )}
          {idea.editedAt && <li>{t('edited')}</li>}
          <li>
            <MiniRoad
              at={at}
              label={c(`road.step.${idea.step}`)}
              stopped={stoppedStates.includes(idea.state)}
              done={at >= 6}
            />
          </li>
        </ul>
      </article>
      <div className="support">
        <p className="support__n">
          <b>{f.number(idea.supports)}</b>{' '}
          <span>{t('supports.word', { count: idea.supports })}</span>
        </p>
        {idea.priorSupports > 0 && (
          <p className="u-small u-mute">{t('supports.prior', { count: idea.priorSupports })}</p>
        )}
        {support}
      </div>
    </li>
  );
}
