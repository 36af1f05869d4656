import type { TableIdea } from '#app/domains/minutes/types.ts';
import { IdeaFields } from '#app/domains/minutes/ui/table-idea-form.tsx';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

/** A form of one button for an idea. */
function IdeaMove({
  id,
  action,
  label,
}: {
  id: string;
  action: 'quitar_idea' | 'devolver_idea';
  label: string;
}) {
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <Button name="accion" value={action} size="small" kind="quiet">
        {label}
      </Button>
    </form>
  );
}

/** The ideas that the tables wrote down: each can be corrected or left out until it is published. */
export function TableIdeas({
  ideas,
  meeting,
  form,
}: {
  ideas: TableIdea[];
  meeting: Meeting;
  form: FormState;
}) {
  const t = useT('minutes');
  /** The form of the idea that was posted, or of the new one. */
  const formOf = (id = '') =>
    form.value('accion') === 'idea' && form.value('id') === id ? form : null;
  return (
    <section className="l-stack" aria-labelledby="ideas-mesa">
      <h2 id="ideas-mesa">{t('minutes.tables.heading')}</h2>
      <p>{t('minutes.tables.lead')}</p>
      {ideas.length === 0 && <p className="u-mute">{t('minutes.tables.none')}</p>}
      {ideas.map((idea) => (
        <Idea key={idea.id} idea={idea} meeting={meeting} form={formOf(idea.id)} />
      ))}
      <Fold summary={t('minutes.idea.new')} open={formOf() !== null}>
        <IdeaFields idea={null} meeting={meeting} form={formOf()} />
      </Fold>
    </section>
  );
}

/** An idea of a table: published, left out, or still to be worked on. */
function Idea({
  idea,
  meeting,
  form,
}: {
  idea: TableIdea;
  meeting: Meeting;
  form: FormState | null;
}) {
  const t = useT('minutes');
  const owners = idea.owners > 0 && t('minutes.idea.owners', { count: idea.owners });
  const facts = [idea.table, owners].filter(Boolean).join(' · ');
  if (idea.ideaId)
    return (
      <div className="minutes__idea">
        <p>
          <a className="u-target" href={`/ideas/${idea.ideaId}`} lang={meeting.lang}>
            {idea.title}
          </a>{' '}
          <Badge kind="done">{t('minutes.idea.published')}</Badge>
        </p>
        {facts && <p className="u-small u-mute">{facts}</p>}
      </div>
    );
  if (idea.dropped)
    return (
      <div className="minutes__idea">
        <p>
          <s lang={meeting.lang}>{idea.title}</s>{' '}
          <Badge kind="dash">{t('minutes.idea.dropped')}</Badge>
        </p>
        <IdeaMove id={idea.id} action="devolver_idea" label={t('minutes.idea.restore')} />
      </div>
    );
  return (
    <Fold
      open={form !== null}
      summary={
        <>
          <span lang={meeting.lang}>{idea.title}</span>{' '}
          {facts && <span className="fold__by u-small u-mute">{facts}</span>}{' '}
          {!idea.commitmentId && <Badge kind="late">{t('minutes.idea.no_commitment')}</Badge>}
        </>
      }
    >
      <IdeaFields idea={idea} meeting={meeting} form={form} />
      <IdeaMove id={idea.id} action="quitar_idea" label={t('minutes.idea.drop')} />
    </Fold>
  );
}
