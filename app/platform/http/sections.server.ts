import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { AppLoadContext } from '@remix-run/server-runtime';
import { nameAddresses } from './say-address.ts';

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;
type Routes = Record<
  string,
  { id: string; path?: string | undefined; index?: boolean | undefined } | undefined
>;

/** The first part of a path: `ideas` of `/ideas/nueva`. */
function sectionOf(path: string): string {
  const end = path.indexOf('/', 1);
  return path.slice(1, end < 0 ? undefined : end);
}

/** Routes that a document of the section can need: the root, its own, and those that match anything. */
function routesOf<R extends Routes>(routes: R, section: string): R {
  const kept = Object.entries(routes).filter(([, route]) => {
    if (!route) return false;
    if (route.id === 'root') return true;
    if (route.index) return section === '';
    const first = sectionOf(`/${route.path ?? ''}`);
    return first === section || first.startsWith('*') || first.startsWith(':');
  });
  return Object.fromEntries(kept) as R;
}

/**
 * Remix ranks all routes of its build three times a request and makes an element of each when it renders. With a
 * hundred addresses that costs more than most pages; a handler for each first part of the path knows a dozen.
 * What the client router asks for (data, manifest) goes to the handler that knows them all.
 */
export function createSectionedHandler(build: ServerBuild, mode: string): Handler {
  const whole = createRequestHandler(build, mode) as Handler;
  nameAddresses(Object.values(build.routes).map((route) => route?.path ?? ''));
  const known = new Set(
    Object.values(build.routes).map((route) => sectionOf(`/${route?.path ?? ''}`)),
  );
  const handlers = new Map<string, Handler>();
  return async (request, context) => {
    const path = new URL(request.url).pathname;
    const section = sectionOf(path);
    if (path.endsWith('.data') || !known.has(section)) return await whole(request, context);
    let handler = handlers.get(section);
    if (!handler) {
      const part: ServerBuild = {
        ...build,
        routes: routesOf(build.routes as Routes, section) as ServerBuild['routes'],
        assets: {
          ...build.assets,
          routes: routesOf(
            build.assets.routes as Routes,
            section,
          ) as ServerBuild['assets']['routes'],
        },
      };
      handlers.set(section, (handler = createRequestHandler(part, mode) as Handler));
    }
    return await handler(request, context);
  };
}
