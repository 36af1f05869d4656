import { useLoaderData } from '@remix-run/react';
import { findByCode, limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { completeLetter } from '#app/domains/letters/complete-letter.server.ts';
import { getOwnLetter } from '#app/domains/letters/get-letter.server.ts';
import { ReplyForm } from '#app/domains/letters/schema.ts';
import { OwnLead, OwnLetterPage } from '#app/domains/letters/ui/own-letter.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** What somebody wrote stands here: no browser keeps a copy. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = page(async ({ visit, params }) => ({
  title: visit.t('letters')('own.title'),
  letter: await findByCode(visit, async () => await getOwnLetter(visit.db, params['codigo'])),
}));

export const action = act(
  async ({ visit, params, form }) => {
    await limitAct(visit, 'letter');
    const { code } = await findByCode(
      visit,
      async () => await getOwnLetter(visit.db, params['codigo']),
    );
    await completeLetter(visit.actor, code, parseForm(form, ReplyForm).body);
    return redirectTo(`/ayuda/contacto/${code}`, { notice: 'letter_completed' });
  },
  { form: true },
);

/** A letter for who wrote it, by its code. */
export default function Letter() {
  const { title, letter } = useLoaderData<typeof loader>();
  const t = useT('letters');
  const form = useFormState({ texto: t('own.reply') });
  return (
    <div className="l-wrap">
      <PageHead
        title={t(`own.heading.${letter.state}`, { number: letter.name })}
        crumbs={[{ href: '/ayuda/contacto', label: t('form.title') }]}
        current={title}
        lead={<OwnLead letter={letter} />}
      />
      <FormMessages form={form} />
      <OwnLetterPage letter={letter} form={form} />
    </div>
  );
}
