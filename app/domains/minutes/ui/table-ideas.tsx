import { minutesLimits } from '#app/domains/minutes/rules.ts';
import type { TableIdea } from '#app/domains/minutes/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** One form for each idea; only the one that was posted shows what was wrong. */
function IdeaFields({
  idea,
  meeting,
  form,
}: {
  idea: TableIdea | null;
  meeting: Meeting;
  form: FormState | null;
}) {
  const t = useT('minutes');
  const locale = useLocale();
  const idOf = (name: string) => (form ? name : `${name}-${idea?.id ?? 'nueva'}`);
  const field = (name: string, start: string) => ({
    id: idOf(name),
    name,
    value: form?.value(name) ?? start,
    error: form?.errors(name),
  });
  const chosen = meeting.commitments.find((each) => each.id === idea?.commitmentId)?.slug ?? '';
  return (
    <form method="post" className="l-form">
      {idea && <input type="hidden" name="id" value={idea.id} />}
      <TextField
        {...field('titulo', idea?.title ?? '')}
        lang={meeting.lang}
        label={t('minutes.idea.title')}
        maxLength={minutesLimits.title}
      />
      <TextField
        {...field('descripcion', idea?.description ?? '')}
        lang={meeting.lang}
        label={t('minutes.idea.description')}
        hint={t('minutes.idea.description.hint')}
        rows={4}
        optional
        maxLength={minutesLimits.description}
      />
      <TextField
        {...field('mesa', idea?.table ?? '')}
        lang={meeting.lang}
        label={t('minutes.idea.table')}
        hint={t('minutes.idea.table.hint')}
        optional
        maxLength={minutesLimits.table}
      />
      {meeting.commitments.length > 1 && (
        <SelectField
          {...field('compromiso', chosen)}
          label={t('minutes.idea.which')}
          empty={t('minutes.idea.which.none')}
          options={meeting.commitments.map((each) => ({
            value: each.slug,
            label: t('minutes.idea.commitment', {
              number: each.number,
              title: locale === 'en' ? each.titleEn : each.titleEs,
            }),
          }))}
        />
      )}
      <TextField
        {...field('de_acuerdo', idea ? String(idea.agreeing) : '')}
        label={t('minutes.idea.agree')}
        inputMode="numeric"
        optional
        short
      />
      <p className="l-row l-end">
        <Button name="accion" value="idea">
          {idea ? t('minutes.idea.save') : t('minutes.idea.add')}
        </Button>
      </p>
    </form>
  );
}

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
  posted,
  form,
}: {
  ideas: TableIdea[];
  meeting: Meeting;
  posted: { accion?: string; id?: string } | undefined;
  form: FormState;
}) {
  const t = useT('minutes');
  const isPosted = (id: string | undefined) =>
    posted?.accion === 'idea' && (posted.id ?? '') === (id ?? '');
  return (
    <section className="l-stack" aria-labelledby="ideas-mesa">
      <h2 id="ideas-mesa">{t('minutes.tables.heading')}</h2>
      <p>{t('minutes.tables.lead')}</p>
      {ideas.length === 0 && <p className="u-mute">{t('minutes.tables.none')}</p>}
      {ideas.map((idea) => {
        const facts = [
          idea.table,
          idea.owners > 0 && t('minutes.idea.owners', { count: idea.owners }),
        ]
          .filter(Boolean)
          .join(' · ');
        if (idea.ideaId) {
          return (
            <div key={idea.id} className="minutes__idea">
              <p>
                <a className="u-target" href={`/ideas/${idea.ideaId}`} lang={meeting.lang}>
                  {idea.title}
                </a>{' '}
                <Badge kind="done">{t('minutes.idea.published')}</Badge>
              </p>
              {facts && <p className="u-small u-mute">{facts}</p>}
            </div>
          );
        }
        if (idea.dropped) {
          return (
            <div key={idea.id} className="minutes__idea">
              <p>
                <s lang={meeting.lang}>{idea.title}</s>{' '}
                <Badge kind="dash">{t('minutes.idea.dropped')}</Badge>
              </p>
              <IdeaMove id={idea.id} action="devolver_idea" label={t('minutes.idea.restore')} />
            </div>
          );
        }
        return (
          <Fold
            key={idea.id}
            open={isPosted(idea.id)}
            summary={
              <>
                <span lang={meeting.lang}>{idea.title}</span>{' '}
                {facts && <span className="fold__by u-small u-mute">{facts}</span>}{' '}
                {!idea.commitmentId && <Badge kind="late">{t('minutes.idea.no_commitment')}</Badge>}
              </>
            }
          >
            <IdeaFields idea={idea} meeting={meeting} form={isPosted(idea.id) ? form : null} />
            <IdeaMove id={idea.id} action="quitar_idea" label={t('minutes.idea.drop')} />
          </Fold>
        );
      })}
      <Fold summary={t('minutes.idea.new')} open={isPosted(undefined)}>
        <IdeaFields idea={null} meeting={meeting} form={isPosted(undefined) ? form : null} />
      </Fold>
    </section>
  );
}
