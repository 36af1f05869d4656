import type { IdeaView } from '#app/domains/ideas/types.ts';
import { AuthorNext } from '#app/domains/ideas/ui/author-tools.tsx';
import { SupportPanel } from '#app/domains/votes/ui/support-panel.tsx';
import type { Why } from '#app/platform/i18n/field-message.ts';

type Props = {
  idea: IdeaView;
  /** Whether the reader wrote it. */
  own: boolean;
  support: {
    supported: boolean;
    refused: (Why & { reason: string }) | null;
    until: Date | null;
  };
  signedIn: boolean;
};

/** Support it, or what it waits for from its author. */
export function FirstAct({ idea, own, support, signedIn }: Props) {
  if (idea.state !== 'publicada')
    return own ? <AuthorNext id={idea.id} state={idea.state} /> : null;
  return (
    <SupportPanel
      ideaId={idea.id}
      title={idea.title}
      supports={idea.supports}
      priorSupports={idea.priorSupports}
      supported={support.supported}
      signedIn={signedIn}
      refused={support.refused}
      until={support.until}
    />
  );
}
