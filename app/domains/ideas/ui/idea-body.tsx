import type { ReactNode } from 'react';
import type { Thread } from '#app/domains/ideas/list-comments.server.ts';
import type { IdeaView } from '#app/domains/ideas/types.ts';
import { AuthorNotes } from '#app/domains/ideas/ui/author-notes.tsx';
import { Comments } from '#app/domains/ideas/ui/comments.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

type Props = {
  idea: IdeaView;
  notes: { id: string; body: string; createdAt: Date }[];
  threads: Thread[];
  can: { comment: boolean };
  signedIn: boolean;
  /** Whether ideas can be commented on now. */
  open: boolean;
  /** What was answered. */
  children: ReactNode;
};

/** What the author wrote, what was answered, and the conversation. */
export function IdeaBody({ idea, notes, threads, can, signedIn, open, children }: Props) {
  const t = useT('ideas');
  return (
    <div>
      <h2>{t('detail.text')}</h2>
      <div className="l-end">
        {idea.description ? (
          <Prose text={idea.description} lang={idea.lang} />
        ) : (
          <p className="u-mute">{t('no_description')}</p>
        )}
      </div>
      <AuthorNotes notes={notes} lang={idea.lang} />
      {children}
      {idea.state === 'publicada' && (
        <Comments
          ideaId={idea.id}
          ideaAuthorId={idea.authorId}
          threads={threads}
          total={idea.comments}
          canComment={can.comment}
          signedIn={signedIn}
          open={open}
        />
      )}
    </div>
  );
}
