import { z } from 'zod';
import { CityFile, TextsFile } from '#app/domains/city/city-file.schema.ts';
import { OptionsFile } from '#app/domains/declarations/options.schema.ts';
import { BaselineFile } from '#app/domains/figures/baseline.schema.ts';
import { ReasonsFile } from '#app/domains/moderation/reasons.schema.ts';
import { TerritoryFile } from '#app/domains/plan/territory.schema.ts';
import { InstitutionsFile, PlansFile } from '#app/domains/plan/plans.schema.ts';

/** A whole city in one file. A part that is left out stays as it is in the city that takes the file. */
export const SetupFile = z
  .object({
    version: z.literal(1, { error: 'setup_version' }),
    city: CityFile.optional(),
    texts: TextsFile.optional(),
    territory: TerritoryFile.optional(),
    institutions: InstitutionsFile.optional(),
    plans: PlansFile.optional(),
    options: OptionsFile.optional(),
    reasons: ReasonsFile.optional(),
    baseline: BaselineFile.optional(),
  })
  .superRefine(({ institutions, plans }, context) => {
    // Without the institutions in the file, those of the city that takes it count.
    if (!institutions) return;
    const known = new Set(institutions.map(({ slug }) => slug));
    plans?.forEach((plan, at) =>
      plan.commitments.forEach((commitment, of) =>
        commitment.institutions.forEach((slug, index) => {
          if (known.has(slug)) return;
          const path = ['plans', at, 'commitments', of, 'institutions', index];
          context.addIssue({ code: 'custom', path, message: 'value_unknown' });
        }),
      ),
    );
  });
export type SetupData = z.output<typeof SetupFile>;
