import type { LinkWay } from '#app/domains/accounts/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const others = {
  by_link: { way: 'recover', path: '/entrar/recuperar' },
  recover: { way: 'by_link', path: '/entrar/enlace' },
} as const;

/**
 * Asks for an address to mail a link to; says the same whether or not somebody has it. `query`
 * keeps where they go on.
 */
export function LinkRequest({ way, sent, query }: { way: LinkWay; sent: boolean; query: string }) {
  const t = useT('accounts');
  const other = others[way];
  const form = useFormState({ correo: t('field.email') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/entrar', label: t('enter.title') }]}
        current={t(`${way}.title`)}
        title={t(`${way}.title`)}
        lead={t(`${way}.lead`)}
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
              {t(`${way}.submit`)}
            </Button>
          </p>
        </form>
        <div className="auth__other">
          <p>
            {t(`${way}.other`)} <a href={`${other.path}${query}`}>{t(`${other.way}.title`)}</a>
          </p>
        </div>
      </div>
    </div>
  );
}
