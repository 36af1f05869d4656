import { measures, type Measure } from '#app/domains/declarations/measures.ts';

/**
 * Who is counted: people registered for meetings that were held, those who came, and those who own
 * an idea of a table.
 */
export const populations = ['inscritas', 'asistieron', 'aportaron'] as const;
/** Those who acted on the plan's ideas: authors of public ones, and who supports any. */
export const actPopulations = ['proponen', 'apoyan'] as const;
/** All of them, and those who support or signed the ideas of one proposal. */
export const everyPopulation = [...populations, ...actPopulations, 'respaldan'] as const;
export type Population = (typeof everyPopulation)[number];

/** Who did not answer a question, or declined: a cell of every table. */
export const unanswered = '';

const sensitive: readonly Measure[] = ['discapacidad', 'etnia', 'victima'];

/**
 * Below this many people a figure is not published (domain facts: 5, and 10 for disability,
 * ethnicity, victims and gender diversity).
 */
export function thresholdOf(measure: Measure, value?: string): number {
  return sensitive.includes(measure) || (measure === 'genero' && value === 'otras') ? 10 : 5;
}

/** Whether a text names a measure. */
export function isMeasure(text: string): text is Measure {
  return measures.some((measure) => measure === text);
}

/**
 * Measures whose tables tell of each other are protected together: kinds of organisation add up to
 * «in an organisation».
 */
export const families: readonly (readonly Measure[])[] = measures
  .filter((measure) => measure !== 'organizacion_tipo')
  .map((measure) =>
    measure === 'organizacion' ? ['organizacion', 'organizacion_tipo'] : [measure],
  );

/** The values of the finest measure of a family that a cell counts. */
export function coveredBy(measure: Measure, value: string, finest: readonly string[]): string[] {
  if (measure !== 'organizacion' || value === unanswered) return [value];
  return finest.filter((kind) => kind !== unanswered && (kind === 'ninguna') === (value === 'no'));
}

/** What a meeting counts for: the whole plan, its workshops, a phase, commitments, itself. */
export type Scope =
  'plan' | 'talleres' | `fase:${string}` | `compromiso:${string}` | `taller:${string}`;

type Placed = { id: string; kind: string; startsAt: Date; commitments: readonly string[] };

export function scopesOf(
  meeting: Placed,
  phases: readonly { kind: string; opensAt: Date; closesAt: Date }[],
): Scope[] {
  const phase = phases
    .filter(({ opensAt, closesAt }) => opensAt <= meeting.startsAt && meeting.startsAt < closesAt)
    .map(({ kind }): Scope => `fase:${kind}`);
  return [
    'plan',
    ...(meeting.kind === 'taller' ? (['talleres'] as const) : []),
    ...phase,
    ...meeting.commitments.map((slug): Scope => `compromiso:${slug}`),
    `taller:${meeting.id}`,
  ];
}

/**
 * Who is told apart in a scope: of the whole plan and its workshops, from registering to coming to
 * contributing; below, who came.
 */
export function populationsOf(scope: string): readonly (typeof populations)[number][] {
  return levelOf(scope) === 0 ? populations : ['asistieron'];
}

/**
 * How far down a scope is: the whole plan and its workshops, then phases and commitments, then one
 * meeting.
 */
export function levelOf(scope: string): 0 | 1 | 2 {
  if (scope === 'plan' || scope === 'talleres') return 0;
  return scope.startsWith('taller:') ? 2 : 1;
}

/**
 * From how many people on something is published: its threshold; of people who were all at one
 * meeting four times as many, since who was there knows who they are, and of fewer nearly every
 * cell would be protected.
 */
export function leastPeople(measure: Measure, isOneMeeting: boolean): number {
  return thresholdOf(measure) * (isOneMeeting ? 4 : 1);
}

/** How dear it is to hide a cell: by its people; who did not answer is missed least. */
export function costOfHiding(value: string, people: number): number {
  return value === unanswered ? people / 4 : people;
}

/** Whether a text names a scope, whatever was published of it. */
export function isScope(text: string): text is Scope {
  return (
    text === 'plan' || text === 'talleres' || /^(fase|compromiso|taller):[a-z0-9-]+$/.test(text)
  );
}
