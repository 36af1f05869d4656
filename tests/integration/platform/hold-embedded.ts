import { EmbeddedError, startEmbedded } from '#app/platform/db/embedded.server.ts';

/**
 * A process that holds an embedded PostgreSQL until it is told to stop; the test kills it in
 * several ways.
 */
try {
  const cluster = await startEmbedded(process.argv[2]!, { fast: true });
  process.once('SIGTERM', () => void cluster.stop().then(() => process.exit(0)));
  process.stdout.write(`ready ${cluster.url('web')}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(
    `refused ${error instanceof EmbeddedError ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
