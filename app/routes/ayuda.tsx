import { useLoaderData } from '@remix-run/react';
import { siteContact } from '#app/platform/city/site-contact.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { ContactFacts } from '#app/ui/site-contact.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => ({
  title: visit.t('pages')('help.title'),
  commitments: await listCommitments(visit.db, visit.locale),
  contact: siteContact(visit.locale),
}));

const questions = [
  'idea',
  'account',
  'mail',
  'support',
  'returned',
  'appeal',
  'petition',
  'data',
  'role',
] as const;
/** Each with where to write there, if one does. */
const channels = [
  ['site', null],
  ['person', null],
  ['city', '/ayuda/contacto'],
  ['claims', '/ayuda/contacto?tipo=datos'],
] as const;

export default function Help() {
  const { commitments, contact } = useLoaderData<typeof loader>();
  const t = useT('pages');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('help.heading')}
        current={t('help.title')}
        lead={t('help.lead')}
        action={
          <ButtonLink kind="go" icon="pencil" href="/ideas/nueva">
            {t('home.write')}
          </ButtonLink>
        }
      />
      <div className="l-stack l-stack--wide">
        <section className="l-stack" aria-labelledby="preguntas">
          <h2 id="preguntas">{t('help.questions')}</h2>
          <div>
            {questions.map((key) => (
              <Fold key={key} summary={t(`help.q.${key}.title`)}>
                <p>{t(`help.q.${key}.text`)}</p>
              </Fold>
            ))}
          </div>
        </section>
        <TextSections
          items={channels.map(([key, href]) => ({
            key: `canal-${key}`,
            title: t(`help.channel.${key}.title`),
            text: t(`help.channel.${key}.text`),
            more: href && (
              <p>
                <a href={href}>{t('map.page./ayuda/contacto')}</a>
              </p>
            ),
          }))}
        />
        <section className="l-stack l-stack--tight" aria-labelledby="administra">
          <h2 id="administra">{t('menu.contact')}</h2>
          <ContactFacts contact={contact} />
        </section>
        {commitments.length > 0 && (
          <section className="l-stack l-stack--tight" aria-labelledby="quien">
            <h2 id="quien">{t('help.who')}</h2>
            <ul>
              {commitments.map((each) => (
                <li key={each.id}>
                  <a href={`/compromisos/${each.slug}`}>{each.shortTitle}</a>:{' '}
                  {each.institutions.map((one) => one.name).join(', ')}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
