import type { z } from 'zod';

/** How long a job that fails is tried again: some minutes, or two days where it waits for somebody else's machine. */
export type Patience = 'minutes' | 'days';

/** A job's name and the shape of its payload (ids only: what they name is read when it runs). */
export type Job<P> = { name: string; payload: z.ZodType<P>; patience: Patience };

/** Declares a job; its handler lives in the slice's `jobs.server.ts`. */
export function defineJob<P>(
  name: string,
  payload: z.ZodType<P>,
  patience: Patience = 'minutes',
): Job<P> {
  return { name, payload, patience };
}

/** The queue of a job. */
export type Queue = { name: string; patience: Patience };

/**
 * A job with what the worker does for it; safe to repeat. What is made once of a job bears the job's id, which
 * stays when it is repeated.
 */
export type Handler = Queue & { run: (payload: unknown, jobId?: string) => Promise<void> };

/** Pairs a job with its handler; the payload is checked again when it comes out of the queue. */
export function handle<P>(
  job: Job<P>,
  run: (payload: P, jobId?: string) => Promise<void>,
): Handler {
  const { name, patience } = job;
  return { name, patience, run: async (payload, id) => await run(job.payload.parse(payload), id) };
}
