import { expect, it } from 'vitest';
import { handlers } from '#app/subjects.server.ts';
import type { Job } from '#app/platform/jobs/define-job.ts';
import { filesMatching, root } from './source-files.ts';

it('every job has one handler, and every handler a job', async () => {
  const modules = await Promise.all(
    filesMatching('app/**/jobs.ts').map(
      async (file) => (await import(`${root}${file}`)) as Record<string, unknown>,
    ),
  );
  const declared = modules.flatMap((module) =>
    Object.values(module).filter(
      (value): value is Job<unknown> =>
        typeof value === 'object' && value !== null && 'payload' in value,
    ),
  );
  expect(handlers.map((handler) => handler.name).sort()).toEqual(
    declared.map((job) => job.name).sort(),
  );
});
