import type { z } from 'zod';

/** A job's name and the shape of its payload (ids only: what they name is read when it runs). */
export type Job<P> = { name: string; payload: z.ZodType<P> };

/** Declares a job; its handler lives in the slice's `jobs.server.ts`. */
export function defineJob<P>(name: string, payload: z.ZodType<P>): Job<P> {
  return { name, payload };
}

/** A job with what the worker does for it; safe to repeat. */
export type Handler = { name: string; run: (payload: unknown) => Promise<void> };

/** Pairs a job with its handler; the payload is checked again when it comes out of the queue. */
export function handle<P>(job: Job<P>, run: (payload: P) => Promise<void>): Handler {
  return { name: job.name, run: async (payload) => await run(job.payload.parse(payload)) };
}
