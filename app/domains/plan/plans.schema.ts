import { z } from 'zod';
import { both, fileText } from '#app/kernel/file-text.ts';
import { phaseKinds } from './types.ts';

/** An instant with its zone, as a set-up file writes it. */
const instant = z.iso.datetime({ offset: true, error: 'date_invalid' });
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'code_invalid');

/** The institutions of a set-up file, by the end of their address. */
export const InstitutionsFile = z
  .array(z.object({ slug, name: both(160) }))
  .max(500)
  .superRefine(unlike('slug'));
export type InstitutionsData = z.output<typeof InstitutionsFile>;

const phase = z
  .object({
    kind: z.enum(phaseKinds, { error: 'choose_one' }),
    name: both(80),
    decides: both(1500),
    outcome: z.object({ es: z.string().max(3000), en: z.string().max(3000) }),
    opensAt: instant,
    closesAt: instant,
  })
  .refine((each) => new Date(each.opensAt) < new Date(each.closesAt), {
    path: ['closesAt'],
    message: 'date_order',
  });

const lines = z.array(fileText(1000)).max(60);
const commitment = z
  .object({
    number: z.number().int().min(1, 'number_invalid').max(99, 'number_invalid'),
    slug,
    title: both(160),
    shortTitle: both(80),
    summary: both(1500, 0),
    challenge: both(1500, 0),
    level: both(1500, 0),
    use: both(1500, 0),
    milestones: z.object({ es: lines, en: lines }),
    institutions: z.array(slug).max(20),
  })
  .refine(({ milestones }) => milestones.es.length === milestones.en.length, {
    path: ['milestones', 'en'],
    message: 'milestones_uneven',
  });

const plan = z
  .object({
    slug,
    state: z.enum(['activo', 'archivado'], { error: 'choose_one' }),
    title: both(160),
    summary: both(1500),
    publishesFirst: z.boolean().default(false),
    createdAt: instant.nullable().default(null),
    phases: z.array(phase).superRefine(unlike('kind')),
    commitments: z.array(commitment).max(99).superRefine(unlike('slug', 'number')),
  })
  // A plan of long ago may have had fewer.
  .refine(({ state, phases }) => state === 'archivado' || phases.length === phaseKinds.length, {
    path: ['phases'],
    message: 'phases_five',
  });

/** The plans of a set-up file: the one that is open and those before it. */
export const PlansFile = z
  .array(plan)
  .max(50)
  .superRefine(unlike('slug'))
  .superRefine((plans, context) => {
    const active = plans.flatMap(({ state }, index) => (state === 'activo' ? [index] : []));
    for (const index of active.slice(1))
      context.addIssue({ code: 'custom', path: [index, 'state'], message: 'plan_active_exists' });
  });
export type PlansData = z.output<typeof PlansFile>;

/** Refuses what repeats one of these fields of an earlier one. */
function unlike<K extends string>(...fields: K[]) {
  return (
    rows: Record<K, unknown>[],
    context: {
      addIssue: (issue: { code: 'custom'; path: PropertyKey[]; message: string }) => void;
    },
  ) => {
    for (const field of fields) {
      const values = rows.map((row) => row[field]);
      values.forEach((value, index) => {
        if (values.indexOf(value) < index)
          context.addIssue({ code: 'custom', path: [index, field], message: 'value_repeated' });
      });
    }
  };
}
