import { isReady } from '#app/platform/db/check-ready.server.ts';

/** Ready: the database answers and has had every migration. */
export async function loader(): Promise<Response> {
  const ready = await isReady();
  const headers: Record<string, string> = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(ready ? {} : { 'Retry-After': '10' }),
  };
  return new Response(ready ? 'ok\n' : 'no\n', { status: ready ? 200 : 503, headers });
}
