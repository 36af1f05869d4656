import type { ReactNode } from 'react';
import type { Thread } from '#app/domains/ideas/list-comments.server.ts';
import type { IdeaView } from '#app/domains/ideas/types.ts';
import { AuthorNotes } from '#app/domains/ideas/ui/author-notes.tsx';
import { AppealLine, type Appeals } from '#app/domains/ideas/ui/appeal-line.tsx';
import { Comments } from '#app/domains/ideas/ui/comments.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';

type Props = {
  idea: IdeaView;
  own: boolean;
  /** Parts of its texts that were hidden. */
  seals: { id: string; explanation: string; sealedAt: Date }[];
  /** Where the reader's appeals stand, by what they are about. */
  appeals: Appeals;
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
export function IdeaBody(props: Props) {
  const { idea, own, seals, appeals, notes, threads, can, signedIn, open, children } = props;
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
      <HiddenParts own={own} seals={seals} appeals={appeals} />
      <AuthorNotes notes={notes} lang={idea.lang} />
      {children}
      {idea.state === 'publicada' && (
        <Comments
          ideaId={idea.id}
          ideaAuthorId={idea.authorId}
          threads={threads}
          appeals={appeals}
          total={idea.comments}
          canComment={can.comment}
          signedIn={signedIn}
          open={open}
        />
      )}
    </div>
  );
}

/** What was hidden in the texts of the idea, when and why; its author can appeal. */
function HiddenParts({ own, seals, appeals }: Pick<Props, 'own' | 'seals' | 'appeals'>) {
  const t = useT('ideas');
  const f = useFormat();
  return seals.map(({ id, explanation, sealedAt }) => (
    <Notice key={id} icon="eye" title={t('part.hidden', { date: f.date(sealedAt) })}>
      <p>{explanation}</p>
      {own && <AppealLine kind="parte" id={id} appeals={appeals} />}
    </Notice>
  ));
}
