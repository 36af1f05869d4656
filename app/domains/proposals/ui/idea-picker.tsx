import { proposalLimits } from '#app/domains/proposals/rules.ts';
import type { IdeaOption } from '#app/domains/proposals/types.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  form: FormState;
  chosen: IdeaOption[];
  found: IdeaOption[];
  /** What the kept proposal takes of each idea. */
  taken: Record<string, string>;
  query: string;
};

/** One idea: a box to carry it, and the words for what is taken of it. */
function PickRow({
  idea,
  form,
  isChosen,
  id,
  taken,
}: {
  idea: IdeaOption;
  form: FormState;
  isChosen: boolean;
  id: string;
  taken: string;
}) {
  const t = useT('proposals');
  const locale = useLocale();
  const field = `tomado.${idea.id}`;
  const error = form.errors('ideas');
  const about = t('form.taken_of', { title: idea.title });
  return (
    <fieldset className="verdict">
      <legend className="u-sr" lang={idea.lang}>
        {idea.title}
      </legend>
      <label className="choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name="ideas"
          value={idea.id}
          defaultChecked={isChosen}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'ideas-e' : undefined}
        />
        <span lang={idea.lang}>
          {idea.title}{' '}
          <small lang={locale}>
            {t('supports', { count: idea.supports })}
            {idea.locality && ` · ${idea.locality}`}
          </small>
        </span>
      </label>
      <div className="verdict__taken">
        <TextField
          name={field}
          label={
            <>
              {t('form.taken')}
              <span className="u-sr">{about}</span>
            </>
          }
          rows={2}
          value={form.value(field, taken)}
          error={form.errors(field)}
          maxLength={proposalLimits.taken}
        />
      </div>
    </fieldset>
  );
}

/** The ideas of a dossier: those chosen first, then what the search finds. Searching keeps everything typed. */
export function IdeaPicker({ form, chosen, found, taken, query }: Props) {
  const t = useT('proposals');
  const error = form.errors('ideas');
  const rows = [
    ...chosen.map((idea) => ({ idea, isChosen: true })),
    ...found.map((idea) => ({ idea, isChosen: false })),
  ];
  return (
    <fieldset className={error ? 'field field--bad' : 'field'}>
      <legend className="field__label">{t('form.ideas')}</legend>
      <p className="field__hint" id="ideas-h">
        {t('form.ideas.hint')}
      </p>
      {error && (
        <p className="field__error" id="ideas-e">
          <Icon name="warning" />
          {error}
        </p>
      )}
      <div className="filters__q l-end">
        <label className="field__label" htmlFor="q">
          {t('form.search')}
        </label>
        <div>
          <input
            className="input"
            type="search"
            id="q"
            name="q"
            defaultValue={form.value('q', query)}
          />
          <Button name="accion" value="buscar" icon="search">
            {t('form.search.go')}
          </Button>
        </div>
      </div>
      {rows.length === 0 && (
        <p id="ideas" tabIndex={-1}>
          {t('form.ideas.none')}
        </p>
      )}
      {rows.map(({ idea, isChosen }, index) => (
        <PickRow
          key={idea.id}
          idea={idea}
          form={form}
          isChosen={isChosen}
          id={index === 0 ? 'ideas' : `ideas-${index + 1}`}
          taken={taken[idea.id] ?? ''}
        />
      ))}
    </fieldset>
  );
}
