import { useLoaderData } from '@remix-run/react';
import { readCode } from '#app/kernel/ids.ts';
import { siteContact } from '#app/platform/city/site-contact.ts';
import { findByCode, limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { getOwnLetter, listOwnLetters } from '#app/domains/letters/get-letter.server.ts';
import { LetterForm as LetterFields } from '#app/domains/letters/schema.ts';
import { sendLetter } from '#app/domains/letters/send-letter.server.ts';
import { letterKinds } from '#app/domains/letters/types.ts';
import { LetterForm } from '#app/domains/letters/ui/letter-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { ContactFacts } from '#app/ui/site-contact.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { actor, db } = visit;
  const typed = url.searchParams.get('codigo');
  if (typed !== null) {
    await findByCode(visit, async () => await getOwnLetter(db, typed));
    throw redirectTo(`/ayuda/contacto/${readCode(typed)}`);
  }
  const kind = letterKinds.find((one) => one === url.searchParams.get('tipo'));
  return {
    title: visit.t('letters')('form.title'),
    person: actor && { name: actor.name, email: actor.email },
    own: actor?.personId ? await listOwnLetters(db, actor.personId) : [],
    kind: kind ?? '',
    contact: siteContact(visit.locale),
  };
});

export const action = act(
  async ({ visit, form }) => {
    await limitAct(visit, 'letter');
    const { code } = await sendLetter(visit.actor, parseForm(form, LetterFields), visit.locale);
    return redirectTo(`/ayuda/contacto/${code}`, { notice: 'letter_sent' });
  },
  { form: true },
);

/** What somebody with an account wrote before. */
function OwnLetters({ own }: { own: Awaited<ReturnType<typeof listOwnLetters>> }) {
  const t = useT('letters');
  const f = useFormat();
  return (
    <section aria-labelledby="tuyas" className="l-stack l-stack--tight">
      <h2 id="tuyas">{t('form.own.title')}</h2>
      <ul className="list">
        {own.map((letter) => (
          <li key={letter.path}>
            <a href={letter.path}>
              {letter.name}: {t(`kind.${letter.kind}`)}, {f.date(letter.sentAt)}
            </a>
            <span className="u-mute u-small">{t(`state.${letter.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Writes to who runs the platform, or looks with a code how it stands. */
export default function Contact() {
  const { title, person, own, kind, contact } = useLoaderData<typeof loader>();
  const t = useT('letters');
  const c = useT('common');
  const form = useFormState({
    tipo: t('form.kind'),
    nombre: t('form.name'),
    correo: t('form.email'),
    telefono: t('form.phone'),
    texto: t('form.text'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('form.heading')}
        crumbs={[{ href: '/ayuda', label: c('nav.help') }]}
        current={title}
        lead={t('form.lead')}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {own.length > 0 && <OwnLetters own={own} />}
        <LetterForm form={form} person={person} kind={kind} />
        {(contact.telephone || contact.address || contact.mail) && (
          <section aria-labelledby="otras" className="l-stack l-stack--tight">
            <h2 id="otras">{t('form.channels.title')}</h2>
            <ContactFacts contact={contact} />
          </section>
        )}
        <section aria-labelledby="ya" className="l-stack l-stack--tight">
          <h2 id="ya">{t('form.code.title')}</h2>
          <form method="get" action="/ayuda/contacto" className="l-form">
            <TextField name="codigo" label={t('form.code')} autoComplete="off" />
            <p>
              <Button>{t('form.code.see')}</Button>
            </p>
          </form>
        </section>
      </div>
    </div>
  );
}
