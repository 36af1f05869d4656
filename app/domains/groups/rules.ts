import { isSensitive } from '#app/domains/declarations/measures.ts';
import type { Goal, GoalVariable, Invitation, Organisation } from './types.ts';

export const callLimits = {
  nameMin: 2,
  nameMax: 160,
  contact: 200,
  people: 5000,
  source: 200,
} as const;

/** Of a group's form: its contact is there to hold what reaches a person, its name is read by others. */
export const organisationTexts = ['nombre'];

/** Variables that a goal of one meeting can be about; sensitive ones only the plan aims at. */
export const isGoalOfMeeting = (variable: GoalVariable): boolean => !isSensitive(variable);

/** A goal is about at least so many people, so that none points at somebody. */
const fewest = 10;
/** A plan gathers at least so many people, and so may a meeting that anybody enters. */
const unbounded = 300;

/**
 * The smallest share that a goal may have: what ten people are of the places of its meeting (null:
 * anybody enters), or of all meetings of the plan. Over 1 where there is no room for ten.
 */
export function leastShare(of: 'plan' | 'meeting', places: number | null): number {
  if (places === null || of === 'plan') return fewest / Math.max(places ?? 0, unbounded);
  return fewest / places;
}

/** Kinds of groups where people of a goal are likely to be met; a goal without any is told to each group invited. */
const kindsFor: Record<string, readonly string[]> = {
  'genero mujer': ['mujeres'],
  'genero mujer_trans': ['lgbti', 'mujeres'],
  'genero hombre_trans': ['lgbti'],
  'genero no_binaria': ['lgbti'],
  'genero otra': ['lgbti'],
  'edad jovenes_14_28': ['juventud'],
  'discapacidad si': ['discapacidad'],
};

/** Whether a group answers a goal: by its locality, by its kind, or by those whom its kind gathers. */
export function answersGoal(
  organisation: Organisation,
  goal: Pick<Goal, 'variable' | 'value'>,
): boolean {
  if (goal.variable === 'localidad') return organisation.locality?.code === goal.value;
  if (goal.variable === 'organizacion_tipo') return organisation.kind === goal.value;
  return (kindsFor[`${goal.variable} ${goal.value}`] ?? []).includes(organisation.kind);
}

/** Whether the catalogue of kinds can say anything about a goal. */
export function isGoalOfGroups(goal: Pick<Goal, 'variable' | 'value'>): boolean {
  return (
    goal.variable === 'localidad' ||
    goal.variable === 'organizacion_tipo' ||
    `${goal.variable} ${goal.value}` in kindsFor
  );
}

/** A group of organisations to be asked next, and why. `missing` is the share that the invited groups still lack. */
export type Ask =
  | { why: 'goal'; goal: Goal; missing: number; organisations: Organisation[] }
  | { why: 'locality'; organisations: Organisation[] }
  | { why: 'kind'; kind: string; organisations: Organisation[] };

/** What tells one ask from the others of its list. */
export function keyOfAsk(ask: Ask): string {
  if (ask.why === 'goal') return ask.goal.id;
  return ask.why === 'kind' ? ask.kind : ask.why;
}

/**
 * Whom to ask next: goals that the invited groups do not reach yet, the farthest first; then groups
 * of the meeting's locality; then kinds of which nobody was invited, the most numerous first. Each
 * group is named once, where it counts most.
 */
export function whomToAsk(
  goals: Goal[],
  organisations: Organisation[],
  invitedIds: ReadonlySet<string>,
  localityCode: string | null,
): Ask[] {
  const invited = organisations.filter((organisation) => invitedIds.has(organisation.id));
  const free = new Set(organisations.filter((organisation) => !invitedIds.has(organisation.id)));
  const take = (fits: (organisation: Organisation) => boolean): Organisation[] => {
    const taken = [...free].filter(fits);
    for (const organisation of taken) free.delete(organisation);
    return taken;
  };
  const reached = (goal: Goal) =>
    invited.length === 0
      ? 0
      : invited.filter((organisation) => answersGoal(organisation, goal)).length / invited.length;
  const open = goals
    .map((goal) => ({ goal, missing: goal.share - reached(goal) }))
    .filter(({ goal, missing }) =>
      isGoalOfGroups(goal) ? missing > goal.tolerance : invited.length === 0,
    )
    .sort((a, b) => b.missing - a.missing || a.goal.id.localeCompare(b.goal.id));
  const asks: Ask[] = open.map(({ goal, missing }) => ({
    why: 'goal',
    goal,
    missing,
    organisations: take((organisation) => answersGoal(organisation, goal)),
  }));
  const near =
    localityCode === null
      ? []
      : take((organisation) => organisation.locality?.code === localityCode);
  if (near.length > 0) asks.push({ why: 'locality', organisations: near });
  const known = new Set(invited.map((organisation) => organisation.kind));
  const kinds = new Map<string, Organisation[]>();
  for (const organisation of free)
    if (!known.has(organisation.kind))
      kinds.set(organisation.kind, [...(kinds.get(organisation.kind) ?? []), organisation]);
  const byNumber = [...kinds].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b));
  return [
    ...asks,
    ...byNumber.map(([kind, some]) => ({ why: 'kind', kind, organisations: some }) as const),
  ];
}

/** What the invitations of a meeting come to. */
export type InvitationSums = {
  invited: number;
  answered: number;
  announced: number;
  came: number;
  tookPart: number;
};

/** Sums up the invitations of a meeting. */
export function sumInvitations(
  invitations: Pick<Invitation, 'answer' | 'announced' | 'came'>[],
): InvitationSums {
  const sum = (of: (invitation: Pick<Invitation, 'announced' | 'came'>) => number | null) =>
    invitations.reduce((total, invitation) => total + (of(invitation) ?? 0), 0);
  return {
    invited: invitations.length,
    answered: invitations.filter((invitation) => invitation.answer !== null).length,
    announced: sum((invitation) => invitation.announced),
    came: sum((invitation) => invitation.came),
    tookPart: invitations.filter((invitation) => (invitation.came ?? 0) > 0).length,
  };
}
