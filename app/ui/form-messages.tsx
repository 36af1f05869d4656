import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** What the last post answered: the summary of wrong fields, or why it was refused and what to do next. */
export function FormMessages({ form }: { form: FormState }) {
  return (
    <>
      <ErrorSummary items={form.summary} />
      {form.refused && (
        <Notice kind="bad" role="alert" title={form.refused.text}>
          {form.refused.next}
        </Notice>
      )}
    </>
  );
}
