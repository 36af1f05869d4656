import { useLoaderData } from '@remix-run/react';
import { conflict } from '#app/kernel/errors.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { carrySession } from '#app/domains/accounts/carry-session.server.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { findLink } from '#app/domains/accounts/find-link.server.ts';
import { FirstCoordinatorForm, RecoverForm } from '#app/domains/accounts/schema.ts';
import {
  spendLink,
  type LinkInput,
  type SpentLink,
} from '#app/domains/accounts/spend-link.server.ts';
import type { LinkPurpose } from '#app/domains/accounts/types.ts';
import { LinkForm } from '#app/domains/accounts/ui/link-form.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** Looking spends nothing: scanners of mail fetch links. A link that is spent, expired or invented answers the same. */
export const loader = page(async ({ visit, params }) => {
  const link = await findLink(visit.db, params['token'] ?? '');
  if (!link) visit.status ??= 410;
  const purpose = link?.purpose ?? ('spent' as const);
  return {
    title: visit.t('accounts')(`link.${purpose}.title`),
    purpose,
    policy: purpose === 'first_coordinator' ? currentPolicy : null,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const token = params['token'] ?? '';
    const link = await findLink(visit.db, token);
    if (!link) throw conflict('link_spent');
    const spent = await spendLink(token, readInput(link.purpose, form), visit.facts.userAgent);
    if (spent.session) await carrySession(visit, spent.session);
    return redirectTo(nextPath(spent, visit.actor !== null), {
      visit,
      notice: `link_${spent.purpose}`,
    });
  },
  { form: true },
);

/** Most links ask for nothing but their button. */
function readInput(purpose: LinkPurpose, form: FormData): LinkInput {
  if (purpose === 'recover') return parseForm(form, RecoverForm);
  return purpose === 'first_coordinator' ? parseForm(form, FirstCoordinatorForm) : {};
}

/** Where the person was when they asked for the link; who is not signed in passes by the sign-in page. */
function nextPath(spent: SpentLink, signedIn: boolean): string {
  const path = spent.returnTo ?? '/cuenta';
  return spent.session || signedIn ? path : `/entrar?volver=${encodeURIComponent(path)}`;
}

export default function MailedLink() {
  const { purpose, policy } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const form = useFormState({
    clave: t('field.new_password'),
    nombre: t('field.name'),
    acepta_datos: t('register.consent.short'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t(`link.${purpose}.title`)}
        current={t(`link.${purpose}.title`)}
        lead={t(`link.${purpose}.lead`)}
      />
      <div className="l-narrow auth">
        <FormMessages form={form} />
        {purpose === 'spent' ? (
          <div className="l-row">
            <ButtonLink href="/entrar/enlace" icon="mail">
              {t('by_link.title')}
            </ButtonLink>
            <ButtonLink href="/entrar/recuperar">{t('recover.title')}</ButtonLink>
          </div>
        ) : (
          <LinkForm purpose={purpose} policy={policy} form={form} />
        )}
      </div>
    </div>
  );
}
