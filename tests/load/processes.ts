import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { childRun } from '#app/platform/processes/child-run.server.ts';

/** Starts a process of ours and waits until it says that it is ready. */
export async function startProcess(
  file: string,
  env: Record<string, string>,
  execArgv: string[] = [],
): Promise<ChildProcess> {
  const child = fork(file, [], {
    env: { ...process.env, ...env },
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await childRun(child).ready.catch((cause: unknown) => {
    throw new Error(`${file} does not serve`, { cause });
  });
  return child;
}

const tick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU that a process has used, in milliseconds (user and system; Linux). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** Memory that a process holds, in megabytes. */
export function memoryOf(pid: number): number {
  return Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  );
}

/** Where Debian keeps pgbench; installed when it is missing and this is root. */
export function findPgbench(): string | null {
  const places = [
    '/usr/bin/pgbench',
    ...[18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`),
  ];
  const found = () => places.find((place) => existsSync(place)) ?? null;
  if (!found() && process.getuid?.() === 0) {
    spawnSync(
      'sh',
      ['-c', 'apt-get update && apt-get install -y --no-install-recommends postgresql'],
      { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
    );
  }
  return found();
}
