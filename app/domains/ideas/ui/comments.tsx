import type { Thread } from '#app/domains/ideas/list-comments.server.ts';
import { ideaLimits } from '#app/domains/ideas/rules.ts';
import type { CommentView } from '#app/domains/ideas/types.ts';
import { AppealLine, type Appeals } from '#app/domains/ideas/ui/appeal-line.tsx';
import { useAuthorName } from '#app/domains/ideas/ui/author.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const stances = ['a_favor', 'en_contra', 'pregunta'] as const;

function Comment({
  comment,
  appeals,
  ideaAuthorId,
  reply,
  ideaId,
  canComment,
}: {
  comment: CommentView;
  appeals: Appeals;
  ideaAuthorId: string | null;
  reply?: boolean;
  ideaId: string;
  canComment: boolean;
}) {
  const t = useT('ideas');
  const f = useFormat();
  const nameOf = useAuthorName();
  if (comment.hidden) {
    return (
      <div className="comment u-mute" id={`c-${comment.id}`}>
        <p>
          <Icon name="eye" />{' '}
          {t('comments.hidden', { date: f.date(comment.createdAt), reason: comment.hiddenReason })}
        </p>
        {comment.own && <AppealLine kind="comentario" id={comment.id} appeals={appeals} />}
      </div>
    );
  }
  if (comment.waiting) return <OwnWaiting comment={comment} ideaId={ideaId} appeals={appeals} />;
  const name = nameOf(comment.author, comment.authorId);
  return (
    <article className={reply ? 'comment comment--reply' : 'comment'} id={`c-${comment.id}`}>
      <header>
        <strong>{name}</strong>
        {comment.authorId !== null && comment.authorId === ideaAuthorId && (
          <Badge icon="pencil">{t('comments.by_author')}</Badge>
        )}
        {comment.stance && <Badge>{t(`comments.stance.${comment.stance}`)}</Badge>}
        <time className="u-small u-mute" dateTime={comment.createdAt.toISOString()}>
          {f.date(comment.createdAt)}
        </time>
      </header>
      <Prose text={comment.body} lang={comment.lang} />
      {comment.masked && <AppealLine kind="comentario" id={comment.id} appeals={appeals} />}
      <p className="l-row u-small">
        <a href={`/reportes?tipo=comentario&id=${comment.id}`} className="u-target">
          {t('comments.report')}
          <span className="u-sr"> {t('comments.report_of', { name })}</span>
        </a>
      </p>
      {canComment && !reply && <FoldedAnswer ideaId={ideaId} commentId={comment.id} name={name} />}
    </article>
  );
}

/** What only its author sees: her comment waits, or was not published. */
function OwnWaiting({
  comment,
  ideaId,
  appeals,
}: {
  comment: CommentView;
  ideaId: string;
  appeals: Appeals;
}) {
  const t = useT('ideas');
  const waits = comment.waiting === 'retenido';
  return (
    <article className="comment" id={`c-${comment.id}`}>
      <p>
        <strong>{waits ? t('comments.held') : t('comments.rejected')}</strong>
      </p>
      {!waits && <p>{comment.hiddenReason}</p>}
      <Prose text={comment.body} lang={comment.lang} marks={comment.marks} />
      {!waits && <AppealLine kind="comentario" id={comment.id} appeals={appeals} />}
      {waits && comment.marks.length > 0 && (
        <form action={`/ideas/${ideaId}/comentarios`} method="post">
          <input type="hidden" name="comentario" value={comment.id} />
          <Button size="small" name="accion" value="ocultar">
            {t('comments.hide_marked')}
          </Button>
        </form>
      )}
    </article>
  );
}

/** The form to answer a comment, folded under it. */
function FoldedAnswer({
  ideaId,
  commentId,
  name,
}: {
  ideaId: string;
  commentId: string;
  name: string;
}) {
  const t = useT('ideas');
  return (
    <Fold
      summary={
        <>
          {t('comments.answer')}
          <span className="u-sr"> {t('comments.answer_to', { name })}</span>
        </>
      }
    >
      <form action={`/ideas/${ideaId}/comentarios`} method="post" noValidate>
        <input type="hidden" name="responde_a" value={commentId} />
        <TextField
          name="texto"
          id={`texto-${commentId}`}
          label={t('comments.your_answer')}
          rows={3}
          maxLength={ideaLimits.comment}
        />
        <div className="l-end">
          <Button size="small">{t('comments.send_answer')}</Button>
        </div>
      </form>
    </Fold>
  );
}

/** The form of a comment; also shown alone by the address it posts to when something has to be put right. */
export function CommentForm({ ideaId, answering }: { ideaId: string; answering?: string }) {
  const t = useT('ideas');
  const form = useFormState();
  return (
    <form className="panel" action={`/ideas/${ideaId}/comentarios`} method="post" noValidate>
      {answering && <input type="hidden" name="responde_a" value={answering} />}
      <TextField
        name="texto"
        label={answering ? t('comments.your_answer') : t('comments.yours')}
        hint={t('comments.hint')}
        rows={4}
        maxLength={ideaLimits.comment}
        value={form.value('texto')}
        error={form.errors('texto')}
      />
      {!answering && (
        <SelectField
          name="postura"
          label={t('comments.stance')}
          optional
          empty={t('comments.stance.none')}
          options={stances.map((value) => ({ value, label: t(`comments.stance.${value}`) }))}
          value={form.value('postura')}
          error={form.errors('postura')}
        />
      )}
      <div className="l-end">
        <Button kind="plain">{t('comments.send')}</Button>
      </div>
    </form>
  );
}

type Props = {
  ideaId: string;
  ideaAuthorId: string | null;
  threads: Thread[];
  appeals: Appeals;
  total: number;
  canComment: boolean;
  signedIn: boolean;
  open: boolean;
};

/** The conversation under an idea. */
export function Comments({
  ideaId,
  ideaAuthorId,
  threads,
  appeals,
  total,
  canComment,
  signedIn,
  open,
}: Props) {
  const t = useT('ideas');
  return (
    <section className="l-gap" aria-labelledby="comentarios">
      <h2 id="comentarios">
        {total > 0 ? t('comments.heading', { count: total }) : t('comments.none')}
      </h2>
      {threads.map((thread) => (
        <div key={thread.id}>
          <Comment
            comment={thread}
            appeals={appeals}
            ideaAuthorId={ideaAuthorId}
            ideaId={ideaId}
            canComment={canComment}
          />
          {thread.answers.map((answer) => (
            <Comment
              key={answer.id}
              comment={answer}
              appeals={appeals}
              ideaAuthorId={ideaAuthorId}
              reply
              ideaId={ideaId}
              canComment={canComment}
            />
          ))}
        </div>
      ))}
      <div className="l-end">
        {canComment && <CommentForm ideaId={ideaId} />}
        {!canComment && !open && <p className="u-mute">{t('comments.closed')}</p>}
        {!canComment && open && !signedIn && (
          <ButtonLink href={`/entrar?volver=/ideas/${ideaId}`} icon="comment">
            {t('comments.sign_in')}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
