import { useLoaderData } from '@remix-run/react';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { sayProblem } from '#app/platform/spreadsheets/say-problem.ts';
import { bringTerritory, dropTerritoryDraft } from '#app/domains/plan/bring-territory.server.ts';
import {
  chooseForTerritory,
  correctTerritory,
  dropTerritory,
  getTerritory,
  previewTerritory,
  saveTerritory,
} from '#app/domains/plan/save-territory.server.ts';
import { guessDivision } from '#app/domains/plan/territory-columns.ts';
import {
  readCorrections,
  readTerritoryChoices,
  TerritoryAct,
  WordsForm,
} from '#app/domains/plan/territory-form.ts';
import { TerritoryDraftForm } from '#app/domains/plan/ui/territory-draft-form.tsx';
import { TerritoryKept } from '#app/domains/plan/ui/territory-kept.tsx';
import { TerritoryUpload, WithoutTerritory } from '#app/domains/plan/ui/territory-upload.tsx';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { StepHead } from '#app/domains/setup/ui/step-head.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('coordinacion');
  const territory = await getTerritory(visit.db, actor);
  const preview = await previewTerritory(visit.db, actor);
  const { sheet, outlines, choices = {} } = preview?.draft ?? {};
  return {
    title: visit.t('territory')('title'),
    setup: await getSetup(visit.db),
    territory,
    brought: preview && {
      composed: preview.composed,
      problems: preview.composed.problems.map((each) => sayProblem(visit.translator, each)),
      names: [sheet?.name, outlines?.name].filter((name) => name !== undefined).filter(Boolean),
      outlines: outlines?.name ?? null,
      choices,
      words:
        territory.localities.length > 0
          ? territory.words
          : (guessDivision([...(sheet?.header ?? []), sheet?.name ?? '', outlines?.name ?? '']) ??
            territory.words),
    },
  };
});

const here = stepHref('territorio');

/** A file that was chosen; an empty field is none. */
async function fileOf(value: FormDataEntryValue | null) {
  if (!(value instanceof File) || value.size === 0) return null;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}

const refuseWrong = (wrong: Record<string, string>) => {
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
};

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const wanted = parseForm(form, TerritoryAct);
    if (wanted === 'leer') {
      const typed = form.get('escritas');
      await bringTerritory(actor, {
        list: await fileOf(form.get('lista')),
        outlines: await fileOf(form.get('mapa')),
        typed: typeof typed === 'string' ? typed : '',
      });
      return redirectTo(here);
    }
    if (wanted === 'deshacer') {
      await dropTerritoryDraft(actor);
      return redirectTo(here, { notice: 'territory_dropped' });
    }
    if (wanted === 'sin') {
      await dropTerritory(actor);
      return redirectTo(stepHref('entidades'), { notice: 'territory_none' });
    }
    const words = parseForm(form, WordsForm);
    if (wanted === 'corregir') {
      const { corrections, wrong } = readCorrections(form);
      refuseWrong(wrong);
      await correctTerritory(actor, words, corrections);
      return redirectTo(here, { notice: 'territory_saved' });
    }
    const { changed } = await chooseForTerritory(actor, (header) => {
      const { choices, wrong } = readTerritoryChoices(form, header);
      refuseWrong(wrong);
      return choices;
    });
    if (wanted === 'ver') return redirectTo(here);
    if (changed) return redirectTo(here, { notice: 'territory_look' });
    await saveTerritory(actor, words);
    return redirectTo(stepHref('entidades'), { notice: 'territory_saved' });
  },
  { form: true },
);

/** The parts of the city: brought by file or typed, looked at, and saved; or none. */
export default function TerritoryStep() {
  const { setup, territory, brought } = useLoaderData<typeof loader>();
  const t = useT('territory');
  const form = useFormState();
  const isFirst = territory.localities.length === 0;
  return (
    <SetupPage setup={setup} step="territorio" form={form}>
      <StepHead step="territorio" />
      {brought ? (
        <TerritoryDraftForm brought={brought} form={form} />
      ) : (
        <>
          {territory.undivided && <p>{t('without.said')}</p>}
          {!isFirst && (
            <section aria-labelledby="hay" className="l-stack">
              <h3 id="hay">{t('kept.count', { count: territory.localities.length })}</h3>
              <TerritoryKept territory={territory} form={form} />
            </section>
          )}
          <section aria-labelledby="traer" className="l-stack">
            <h3 id="traer">{t(isFirst ? 'bring.first' : 'bring')}</h3>
            <TerritoryUpload form={form} isFirst={isFirst} />
          </section>
          {isFirst && !territory.undivided && <WithoutTerritory />}
        </>
      )}
    </SetupPage>
  );
}
