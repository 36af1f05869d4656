import { ideaTexts, minutesLimits } from '#app/domains/minutes/rules.ts';
import type { TableIdea } from '#app/domains/minutes/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { MarkedTexts } from '#app/ui/marked-texts.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** One form for each idea; only the one that was posted shows what was wrong. */
export function IdeaFields({
  idea,
  meeting,
  form,
}: {
  idea: TableIdea | null;
  meeting: Meeting;
  form: FormState | null;
}) {
  const t = useT('minutes');
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
        <Commitment field={field('compromiso', chosen)} commitments={meeting.commitments} />
      )}
      <TextField
        {...field('de_acuerdo', idea ? String(idea.agreeing) : '')}
        label={t('minutes.idea.agree')}
        inputMode="numeric"
        optional
        short
      />
      {form && <MarkedTexts form={form} fields={ideaTexts} leave={t('marked.leave')} act="idea" />}
      <p className="l-row l-end">
        <Button name="accion" value="idea">
          {idea ? t('minutes.idea.save') : t('minutes.idea.add')}
        </Button>
      </p>
    </form>
  );
}

/** Which commitment an idea is for, where the meeting has several. */
function Commitment({
  field,
  commitments,
}: {
  field: { id: string; name: string; value: string; error: string | undefined };
  commitments: Meeting['commitments'];
}) {
  const t = useT('minutes');
  const ofDoor = useT('door');
  const locale = useLocale();
  return (
    <SelectField
      {...field}
      label={ofDoor('door.idea.which')}
      empty={t('minutes.idea.which.none')}
      options={commitments.map((each) => ({
        value: each.slug,
        label: ofDoor('door.idea.commitment', {
          number: each.number,
          title: locale === 'en' ? each.titleEn : each.titleEs,
        }),
      }))}
    />
  );
}
