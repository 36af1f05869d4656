import { OwnThings } from '#app/domains/accounts/ui/own-things.tsx';
import type { IdeaState, IdeaStep } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { IdeaBadge } from '#app/domains/ideas/ui/idea-badge.tsx';

export type OwnIdea = {
  id: string;
  title: string;
  lang: string;
  state: IdeaState;
  step: IdeaStep;
  supports: number;
};

/** The ideas somebody wrote, where each stands, and how many support those that are public. */
export function OwnIdeas({ ideas }: { ideas: OwnIdea[] }) {
  const t = useT('accounts');
  return (
    <OwnThings
      id="ideas"
      title={t('account.ideas.title')}
      items={ideas.map((idea) => ({
        key: idea.id,
        href: `/ideas/${idea.id}`,
        title: idea.title,
        lang: idea.lang,
        note:
          idea.state === 'publicada'
            ? t('account.ideas.supports', { count: idea.supports })
            : undefined,
        badge: <IdeaBadge state={idea.state} step={idea.step} />,
      }))}
      none={
        <EmptyState
          level="h3"
          title={t('account.ideas.none')}
          text={t('account.ideas.none.text')}
        />
      }
    />
  );
}
