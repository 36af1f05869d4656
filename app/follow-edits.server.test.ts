import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editFollower } from './follow-edits.server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is said and done when these files are edited. */
function follow(...files: string[]) {
  const lines: string[] = [];
  const restartWorker = vi.fn(async () => undefined);
  const follower = editFollower((line) => void lines.push(line), restartWorker);
  files.forEach(follower);
  vi.runAllTimers();
  return { lines, restarts: restartWorker.mock.calls.length };
}

describe('an edit in development', () => {
  it.each([
    'app/start.server.ts',
    'app/prepare.server.ts',
    'app/server.dev.ts',
    'app/subjects.server.ts',
    'app/platform/config/config.server.ts',
    'app/platform/db/embedded-process.server.ts',
    'app/domains/ideas/jobs.ts',
    'db/migrations/20261101000000_first.ts',
    'package-lock.json',
  ])('of %s asks in one line for a new start', (file) => {
    const { lines, restarts } = follow(file);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(file);
    expect(restarts).toBe(0);
  });

  it('of what the worker runs begins it anew, once for files saved together', () => {
    const edited = ['app/domains/ideas/store.server.ts', 'locales/es/ideas.json'];
    expect(follow(...edited)).toEqual({ lines: [], restarts: 1 });
  });

  it('of what only pages show needs neither', () => {
    const edited = ['app/routes/ideas.tsx', 'app/ui/notice.tsx', 'app/ui/styles/app.css'];
    expect(follow(...edited)).toEqual({ lines: [], restarts: 0 });
  });
});
