import { ideaLimits } from '#app/domains/ideas/rules.ts';
import type { IdeaDraft } from '#app/domains/ideas/types.ts';
import { SimilarIdeas } from '#app/domains/ideas/ui/similar-ideas.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { DraftKeeper } from '#app/ui/draft-keeper.tsx';
import { MarkedTexts } from '#app/ui/marked-texts.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  commitments: { slug: string; number: number; shortTitle: string }[];
  localities: { code: string; name: string }[];
  initial?: IdeaDraft;
  /** The version the author has before their eyes, when an old idea is changed. */
  version?: number;
  /** Whether it may still be kept as a draft. */
  drafts: boolean;
  /** Leave out the idea itself among those that look alike. */
  exceptId?: string;
  submitLabel: string;
  /** Name of the local draft in this browser; none keeps nothing. */
  keepAs?: string;
};

/** What the fields are called in the summary of errors, by their names. */
export function useIdeaLabels(): Record<string, string> {
  const t = useT('ideas');
  return {
    compromiso: t('form.commitment'),
    titulo: t('form.title'),
    descripcion: t('form.description'),
    localidad: t('form.locality'),
  };
}

/** The fields of an idea. What was typed survives every answer: errors, preview, sign-in, a lost connection. */
export function IdeaForm({
  commitments,
  localities,
  initial = {},
  version,
  drafts,
  exceptId,
  submitLabel,
  keepAs,
}: Props) {
  const t = useT('ideas');
  const form = useFormState();
  return (
    <form method="post" noValidate id="idea">
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <SelectField
        name="compromiso"
        label={t('form.commitment')}
        hint={t('form.commitment.hint')}
        empty={t('form.commitment.empty')}
        options={commitments.map((item) => ({
          value: item.slug,
          label: `${item.number}. ${item.shortTitle}`,
        }))}
        value={form.value('compromiso', initial.commitment)}
        error={form.errors('compromiso')}
      />
      <TextField
        name="titulo"
        label={t('form.title')}
        hint={t('form.title.hint')}
        value={form.value('titulo', initial.title)}
        error={form.errors('titulo')}
        maxLength={ideaLimits.titleMax}
      />
      <TextField
        name="descripcion"
        label={t('form.description')}
        hint={t('form.description.hint')}
        rows={8}
        value={form.value('descripcion', initial.description)}
        error={form.errors('descripcion')}
        maxLength={ideaLimits.descriptionMax}
      />
      <SimilarIdeas exceptId={exceptId} />
      {localities.length > 0 && (
        <SelectField
          name="localidad"
          label={t('form.locality')}
          hint={t('form.locality.hint')}
          optional
          empty={t('form.locality.empty')}
          options={localities.map((item) => ({ value: item.code, label: item.name }))}
          value={form.value('localidad', initial.locality)}
          error={form.errors('localidad')}
        />
      )}
      {keepAs && <DraftKeeper name={keepAs} formId="idea" mainField="titulo" />}
      <MarkedTexts form={form} fields={['titulo', 'descripcion']} leave={t('marked.leave')} />
      <Acts drafts={drafts} submitLabel={submitLabel} />
    </form>
  );
}

function Acts({ drafts, submitLabel }: Pick<Props, 'drafts' | 'submitLabel'>) {
  const t = useT('ideas');
  return (
    <div className="l-row l-gap">
      <Button kind="go" size="big" name="accion" value="enviar">
        {submitLabel}
      </Button>
      <Button icon="eye" name="accion" value="vista_previa">
        {t('form.preview')}
      </Button>
      {drafts && (
        <Button name="accion" value="borrador">
          {t('form.draft')}
        </Button>
      )}
    </div>
  );
}
