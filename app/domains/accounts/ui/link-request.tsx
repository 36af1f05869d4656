import type { ReactNode } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Asks for an address to mail a link to; says the same whether or not somebody has it. */
export function LinkRequest({
  title,
  lead,
  submit,
  sent,
  other,
}: {
  title: string;
  lead: string;
  submit: string;
  sent: boolean;
  other: ReactNode;
}) {
  const t = useT('accounts');
  const form = useFormState({ correo: t('field.email') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/entrar', label: t('enter.title') }]}
        current={title}
        title={title}
        lead={lead}
      />
      <div className="l-narrow auth">
        <FormMessages form={form} />
        {sent && (
          <Notice kind="done" role="status" title={t('link.sent.title')}>
            {t('link.sent.text')}
          </Notice>
        )}
        <form method="post" noValidate>
          <TextField
            name="correo"
            type="email"
            inputMode="email"
            autoComplete="email"
            label={t('field.email')}
            value={form.value('correo')}
            error={form.errors('correo')}
          />
          <p className="l-gap">
            <Button kind={sent ? 'plain' : 'go'} size="big">
              {submit}
            </Button>
          </p>
        </form>
        <div className="auth__other">{other}</div>
      </div>
    </div>
  );
}
