import type { LoaderFunctionArgs } from '@remix-run/node';
import { config } from '#app/platform/config/config.server.ts';
import { isMetricsReader, readMetrics } from '#app/platform/metrics/metrics.server.ts';

/** Prometheus. With `METRICS_TOKEN` only who brings it reads; without it only this machine does. */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const token = config().metricsToken;
  if (!isMetricsReader(token, request.headers.get('authorization'), context.visit.address)) {
    return token
      ? new Response('401\n', { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } })
      : new Response('403\n', { status: 403 });
  }
  const { text, contentType } = await readMetrics();
  return new Response(text, {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
  });
}
