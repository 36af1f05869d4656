import { canWrite } from '#app/platform/jobs/can-write.server.ts';

/** Ready: what writing needs is there (database, queue, disk). */
export async function loader(): Promise<Response> {
  const ready = await canWrite();
  const headers: Record<string, string> = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(ready ? {} : { 'Retry-After': '10' }),
  };
  return new Response(ready ? 'ok\n' : 'no\n', { status: ready ? 200 : 503, headers });
}
