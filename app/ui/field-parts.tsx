import type { ReactNode } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';

/** What every field takes. `id` is the name unless two forms of one page share it. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  id?: string;
  hint?: ReactNode;
  /** Already translated. */
  error?: string;
  optional?: boolean;
  /** Why a sensitive question is asked; shows the badge before the input. */
  sensitive?: ReactNode;
};

/** The ids of the texts that describe a field, the error first. */
export function describedBy(
  id: string,
  has: { hint?: unknown; error?: unknown; sensitive?: unknown; count?: unknown },
): string | undefined {
  const ids = [
    has.error && `${id}-e`,
    has.sensitive && `${id}-s`,
    has.hint && `${id}-h`,
    has.count && `${id}-n`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The class of a field's box. */
export function fieldClass(error: string | undefined, extra = ''): string {
  return `field${error ? ' field--bad' : ''}${extra}`;
}

/** The mark of what may be left empty. */
export function OptionalMark() {
  const t = useT('common');
  return <span className="field__opt">{t('ui.field.optional')}</span>;
}

/** Hint, reason of a sensitive question and error, in the order they are read. */
export function FieldNotes({
  id,
  hint,
  error,
  sensitive,
}: {
  id: string;
  hint?: ReactNode;
  error?: string;
  sensitive?: ReactNode;
}) {
  const t = useT('common');
  return (
    <>
      {hint && (
        <p className="field__hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {sensitive && (
        <p className="sens" id={`${id}-s`}>
          <Icon name="lock" />
          <b>{t('ui.field.sensitive')}</b> {sensitive}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-e`}>
          <Icon name="warning" />
          <span>
            <span className="u-sr">{t('ui.field.error')} </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}
