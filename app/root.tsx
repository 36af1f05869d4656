import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { LinksFunction } from '@remix-run/node';
import { useContext, type ReactNode } from 'react';
import { browserCity, city } from '#app/platform/city/city.ts';
import { siteContact } from '#app/platform/city/site-contact.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { isHidden } from '#app/platform/http/before-opening.ts';
import { handleOf, shipsScriptTo } from '#app/platform/http/handle.ts';
import { NonceContext } from '#app/platform/http/nonce.ts';
import { page } from '#app/platform/http/route.server.ts';
import type { Translate } from '#app/platform/i18n/messages.ts';
import { setCityWords, usualWords } from '#app/platform/i18n/city-words.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { recallPhases, recallWords } from '#app/domains/plan/recall-plan.server.ts';
import { mainPhase, openTogether } from '#app/domains/plan/rules.ts';
import { ErrorPage, isErrorFacts, type ErrorFacts } from '#app/ui/error-page.tsx';
import { Flash } from '#app/ui/flash.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PhaseBanner } from '#app/ui/phase-banner.tsx';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import { SiteHeader } from '#app/ui/site-header.tsx';
import { useSiteNav } from '#app/ui/site-nav.tsx';
import { SkipLink } from '#app/ui/skip-link.tsx';
import { WorkspaceNav } from '#app/ui/workspace-nav.tsx';
import styles from '#app/ui/styles/app.css?url';
import {
  languageHref,
  sayNotice,
  workspaceHrefs,
  workspacesOf,
} from '#app/platform/http/chrome.ts';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/site.webmanifest' },
];

/** What every page's frame needs. Without the database the frame still stands. */
export const loader = page(async ({ visit }) => {
  const isAway = visit.facts.refusal?.kind === 'unavailable' || isHidden(visit.actor);
  const phases = isAway ? [] : await recallPhases(visit.db, visit.locale).catch(() => []);
  const words = isAway ? usualWords : await recallWords(visit.db).catch(() => usualWords);
  setCityWords(words);
  // To the minute, so that a page rendered from the same data is the same page.
  const minute = new Date(Math.floor(now().getTime() / 60_000) * 60_000);
  return {
    path: visit.url.pathname.replace(/\.data$/, ''),
    search: visit.url.search,
    person: visit.actor ? { name: visit.actor.name } : null,
    workspaces: workspacesOf(visit.actor),
    phase: mainPhase(phases, minute) ?? null,
    open: openTogether(phases, minute).map((phase) => phase.name),
    phases: phases.length,
    now: minute,
    notice: sayNotice(visit.t('flash'), visit.facts.notice),
    words,
    city: browserCity(),
    languages: city().languages.length,
    contact: siteContact(visit.locale),
    demo: visit.isDemo,
    demoPublic: visit.isDemo && visit.facts.isDemoPublic,
  };
});

function useFrame() {
  const data = useRouteLoaderData<typeof loader>('root');
  const handles = useMatches().map((match) => handleOf(match.handle));
  return {
    data,
    script: handles.some((handle) => shipsScriptTo(handle, Boolean(data?.person))),
    ns: [...new Set(['common', ...handles.flatMap((handle) => handle.ns ?? [])])],
    desk: handles.some((handle) => handle.desk),
    foot: { demo: data?.demo ?? false, contact: data?.contact ?? null },
  };
}

/** What the page's script reads before it starts: the messages it needs, which city it is, and its words. */
function browserData(ns: string[], city: unknown, words: unknown) {
  return {
    'data-ns': ns.join(' '),
    'data-city': JSON.stringify(city),
    'data-words': JSON.stringify(words),
  };
}

/** The document around every page, refused ones included. Script stands only where a route asks for it. */
export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const t = useT('common');
  const items = useSiteNav();
  const nonce = useContext(NonceContext);
  const failed = useRouteError() != null;
  const { data, script, ns, desk, foot } = useFrame();
  const ships = script && !failed;
  const href =
    data?.languages === 1 ? null : languageHref(data?.path ?? '/', data?.search ?? '', locale);
  return (
    <html lang={locale} {...(ships && browserData(ns, data?.city, data?.words))}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fdfaf5" />
        <Meta />
        {failed && <title>{t('error.title')}</title>}
        <Links />
      </head>
      <body>
        <SkipLink />
        {data?.demoPublic && (
          <div className="demo">
            <p className="l-wrap">{t('demo.banner')}</p>
          </div>
        )}
        <SiteHeader
          path={data?.path ?? '/'}
          items={items}
          person={data?.person ?? null}
          languageHref={href}
          languageLabel={t('language.other')}
          full={desk}
        />
        {data && data.workspaces.length > 0 && (
          <WorkspaceNav
            path={data.path}
            items={data.workspaces.map((name) => ({
              href: workspaceHrefs[name],
              label: t(`nav.workspace.${name}`),
            }))}
            full={desk}
          />
        )}
        {data?.phase && !desk && (
          <PhaseBanner
            name={data.phase.name}
            open={data.open}
            position={data.phase.position}
            total={data.phases}
            opensAt={data.phase.opensAt}
            closesAt={data.phase.closesAt}
            now={data.now}
            href="/#fases"
          />
        )}
        <main id="contenido" tabIndex={-1}>
          <Flash message={data?.notice ?? null} />
          {children}
        </main>
        <SiteFooter languageHref={href} languageLabel={t('language.other')} {...foot} />
        {ships && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

function factsOf(error: unknown, t: Translate<'common'>): ErrorFacts {
  if (isRouteErrorResponse(error)) {
    if (isErrorFacts(error.data)) return error.data;
    if (error.status === 404 || error.status === 405)
      return { kind: 'not-found', text: t('error.not-found.text') };
  }
  return { kind: 'unexpected', text: t('error.unexpected.text') };
}

/** Refusals become the page of their kind; anything else a calm page that shows the id under which it was logged. */
export function ErrorBoundary() {
  const error = useRouteError();
  const t = useT('common');
  const facts = factsOf(error, t);
  return (
    <>
      <ErrorPage facts={facts} />
      {facts.kind === 'unavailable' && (
        <div className="l-wrap">
          <Notice kind="info">{t('error.unavailable.note')}</Notice>
        </div>
      )}
    </>
  );
}
