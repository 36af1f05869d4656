import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says what a process spent its time on, by the profile that it left in a folder. */
export function sayProfile(folder: string, say: (text: string) => void): void {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (!file) return;
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    nodes: { id: number; callFrame: { functionName: string; url: string } }[];
    samples: number[];
  };
  const byId = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const counts = new Map<string, number>();
  for (const sample of profile.samples) {
    const frame = byId.get(sample)!;
    const key = `${frame.functionName || '(anonymous)'} ${frame.url.replace(/^.*\/(node_modules|app|build)\//, '$1/')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const busy = profile.samples.length - (counts.get('(idle) ') ?? 0);
  say('\nTop of the CPU profile (share of busy samples):');
  [...counts]
    .filter(([key]) => key !== '(idle) ')
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25)
    .forEach(([key, n]) => say(`  ${((100 * n) / busy).toFixed(1).padStart(5)} %  ${key}`));
}
