import type { ReactNode } from 'react';
import type { CarriedIdea } from '#app/domains/proposals/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Meta } from '#app/ui/meta.tsx';

/** An idea's name with its link; one that was hidden keeps its number only. */
export function IdeaName({
  idea,
}: {
  idea: Pick<CarriedIdea, 'id' | 'number' | 'title' | 'lang'>;
}) {
  const t = useT('proposals');
  return idea.title === null ? (
    <>{t('idea.hidden', { number: idea.number })}</>
  ) : (
    <a href={`/ideas/${idea.id}`} lang={idea.lang}>
      {idea.title}
    </a>
  );
}

/** The ideas of a proposal: what it takes of each, and below whatever was answered. */
export function CarriedIdeas({
  ideas,
  lang,
  answerOf,
  level: Heading = 'h3',
}: {
  ideas: CarriedIdea[];
  lang: string;
  answerOf?: (ideaId: string) => ReactNode;
  level?: 'h3' | 'h4';
}) {
  const t = useT('proposals');
  return (
    <ul className="l-stack l-stack--wide">
      {ideas.map((idea) => (
        <li key={idea.id} className="l-stack l-stack--tight">
          <Heading>
            <IdeaName idea={idea} />
          </Heading>
          <Meta
            items={[
              { key: 'supports', icon: 'hand', text: t('supports', { count: idea.supports }) },
              ...(idea.locality
                ? [{ key: 'locality', icon: 'pin' as const, text: idea.locality }]
                : []),
            ]}
          />
          {idea.taken !== '' && (
            <p>
              <Icon name="folder" /> <strong>{t('idea.proposed')}</strong>{' '}
              <span lang={lang}>{idea.taken}</span>
            </p>
          )}
          {answerOf?.(idea.id)}
        </li>
      ))}
    </ul>
  );
}
