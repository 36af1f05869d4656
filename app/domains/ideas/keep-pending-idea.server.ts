import { createHash } from 'node:crypto';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import {
  deletePending,
  deletePendingBefore,
  selectPending,
  upsertPending,
} from './pending.store.server.ts';
import type { IdeaDraft } from './types.ts';

/** How long what somebody typed before signing in is kept, in days. */
const keptDays = 7;
/** Fields of the form that are kept, by their names there. */
const fields = ['compromiso', 'titulo', 'descripcion', 'localidad'] as const;

const keyOf = (device: string) =>
  createHash('sha256').update(`pending.${device}`).digest('base64url');

/** Keeps what was typed before signing in, under the hash of the browser's own name. */
export async function keepPendingIdea(
  device: string,
  values: Record<string, string | string[]>,
): Promise<void> {
  const kept = Object.fromEntries(
    fields.map((name) => [
      name,
      String(values[name] ?? '')
        .replaceAll('\0', '')
        .slice(0, 20_000),
    ]),
  );
  await upsertPending(getDb(), keyOf(device), kept, now());
}

/** What this browser typed and did not send, if anything. */
export async function findPendingIdea(device: string): Promise<IdeaDraft | null> {
  const kept = await selectPending(getDb(), keyOf(device));
  return (
    kept && {
      commitment: kept['compromiso'],
      title: kept['titulo'],
      description: kept['descripcion'],
      locality: kept['localidad'],
    }
  );
}

/** Forgets it once it was sent or kept as a draft. */
export async function dropPendingIdea(device: string): Promise<void> {
  await deletePending(getDb(), keyOf(device));
}

/** Deletes what nobody came back for. */
export async function sweepPendingIdeas(): Promise<void> {
  await deletePendingBefore(getDb(), new Date(now().getTime() - keptDays * 86_400_000));
}
