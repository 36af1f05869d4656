import { useLoaderData } from '@remix-run/react';
import { config } from '#app/platform/config/config.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { shareLinks, shareText } from '#app/domains/meetings/share-text.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { db, locale } = visit;
  const [meeting, options] = await Promise.all([
    getMeeting(db, visit.actor, params['id']),
    recallOptions(db, locale),
  ]);
  const t = visit.t('meetings');
  const link = `${config().baseUrl}/talleres/${meeting.id}`;
  const text = shareText(
    meeting,
    options.accesibilidad
      .filter((item) => meeting.access.includes(item.code))
      .map((item) => item.label),
    link,
    t,
    locale,
  );
  return {
    title: `${t('share.title')} · ${meeting.title}`,
    id: meeting.id,
    name: meeting.title,
    lang: meeting.lang,
    link,
    text,
    links: shareLinks(text, meeting.title),
    state: meeting.state,
  };
});

/** The share kit of a meeting: a text to copy, links that open with it written, the poster. */
export default function ShareMeeting() {
  const { id, name, lang, link, text, links, state } = useLoaderData<typeof loader>();
  const t = useT('meetings');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('share.heading')}
        crumbs={[
          { href: '/talleres', label: t('list.title') },
          { href: `/talleres/${id}`, label: name },
        ]}
        current={t('share.title')}
        lead={<span lang={lang}>{name}</span>}
      />
      {state === 'cancelado' ? (
        <Notice kind="bad" title={t('share.cancelled')} />
      ) : (
        <div className="l-stack l-stack--wide">
          {state === 'borrador' && <Notice kind="sun">{t('share.draft')}</Notice>}
          <section className="l-stack" aria-labelledby="texto">
            <h2 id="texto">{t('share.text')}</h2>
            <TextField
              name="texto_para_copiar"
              rows={8}
              label={t('share.copy')}
              hint={t('share.copy.hint')}
              value={text}
              optional
            />
          </section>
          <section className="l-stack" aria-labelledby="enviar">
            <h2 id="enviar">{t('share.send')}</h2>
            <p className="l-row">
              <ButtonLink icon="comment" href={links.whatsapp} rel="noreferrer">
                {t('share.whatsapp')}
              </ButtonLink>
              <ButtonLink icon="mail" href={links.mail}>
                {t('share.mail')}
              </ButtonLink>
            </p>
            <p>
              {t('share.link')}{' '}
              <a className="u-break" href={`/talleres/${id}`}>
                {link}
              </a>
            </p>
          </section>
          <section className="l-stack" aria-labelledby="cartel">
            <h2 id="cartel">{t('poster.title')}</h2>
            <p>{t('poster.text')}</p>
            <p>
              <ButtonLink kind="go" icon="print" href={`/talleres/${id}/afiche`}>
                {t('poster.open')}
              </ButtonLink>
            </p>
          </section>
        </div>
      )}
    </div>
  );
}
