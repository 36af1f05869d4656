import { withoutAccents } from '#app/kernel/accents.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import { daysBetween } from '#app/platform/i18n/format.ts';
import type { Phase, PhaseKind, PhaseState } from './types.ts';

type Span = Pick<Phase, 'opensAt' | 'closesAt'>;

/** Where a phase stands: the opening instant belongs to it, the closing one no longer does. */
export function phaseState(phase: Span, now: Date): PhaseState {
  if (now < phase.opensAt) return 'next';
  return now < phase.closesAt ? 'open' : 'closed';
}

/** Whether what the phase is for may be done now. */
export function isOpen(phase: Span | undefined, now: Date): boolean {
  return phase !== undefined && phaseState(phase, now) === 'open';
}

/** The phase of a kind, in a plan or in its list of phases. */
export function phaseOf(plan: { phases: Phase[] } | Phase[], kind: PhaseKind): Phase | undefined {
  return (Array.isArray(plan) ? plan : plan.phases).find((phase) => phase.kind === kind);
}

/** The phases open now, in their order. Several may be open at once. */
export function openPhases(phases: Phase[], now: Date): Phase[] {
  return phases.filter((phase) => isOpen(phase, now));
}

/**
 * The phase that tells where the plan stands: the open one that closes soonest; between phases the
 * next to open; after all of them the last.
 */
export function mainPhase(phases: Phase[], now: Date): Phase | undefined {
  const open = openPhases(phases, now).sort(
    (a, b) => a.closesAt.getTime() - b.closesAt.getTime() || a.position - b.position,
  );
  if (open[0]) return open[0];
  const coming = phases
    .filter((phase) => now < phase.opensAt)
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  return coming[0] ?? phases.at(-1);
}

/** The open phases that close on the same day as the one that tells where the plan stands, itself among them. */
export function openTogether(phases: Phase[], now: Date): Phase[] {
  const main = mainPhase(phases, now);
  return main
    ? openPhases(phases, now).filter((phase) => daysBetween(main.closesAt, phase.closesAt) === 0)
    : [];
}

/** Days left until the phase closes, counted as on a calendar; 0 on its last day and after. */
export function daysLeft(phase: Span, now: Date): number {
  return Math.max(0, daysBetween(now, phase.closesAt));
}

/** How much of the phase has passed, from 0 to 1. */
export function elapsedShare(phase: Span, now: Date): number {
  const share =
    (now.getTime() - phase.opensAt.getTime()) /
    (phase.closesAt.getTime() - phase.opensAt.getTime());
  return Math.min(1, Math.max(0, share));
}

/** A form shows whole minutes: what comes back as the same minute is the instant that was kept, with its seconds. */
export function withinMinute(kept: Date, given: Date): Date {
  return given.getTime() % 60_000 === 0 && localMoment(kept) === localMoment(given) ? kept : given;
}

/** A title as the end of an address: lower case, no accents, words joined by hyphens. */
export function slugOf(title: string): string {
  return (
    withoutAccents(title)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'sin-titulo'
  );
}

/** Both languages of a list must say the same things: as many lines in one as in the other. */
export function sameLength(lists: { es: string[]; en: string[] }): boolean {
  return lists.es.length === lists.en.length;
}

/** What changed between two states of the same thing, field by field; nothing else goes to the audit trail. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return null;
  const only = (from: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: only(before), after: only(after) };
}
