import type { PlanListKind, PlanListPreview } from '#app/domains/plan/load-plan-list.server.ts';
import { FileProblems } from '#app/domains/plan/ui/territory-upload.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { SaidProblem } from '#app/platform/spreadsheets/say-problem.ts';
import { sheetFiles } from '#app/platform/spreadsheets/types.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

export type SeenList = Omit<PlanListPreview, 'problems'> & { problems: SaidProblem[] };

const addressOf = (slug: string) => `/compromisos/${slug}`;

/** Whether a step's things may come from a list. */
export const isListStep = (step: string): step is PlanListKind =>
  step === 'entidades' || step === 'compromisos';

/** What a list would bring: its rows, and what is wrong in them by line. */
function Preview({ kind, seen }: { kind: PlanListKind; seen: SeenList }) {
  const t = useT('territory');
  const f = useFormat();
  const { institutions, commitments, problems, text } = seen;
  const fresh = institutions.filter(({ isKnown }) => !isKnown);
  return (
    <section aria-labelledby="vista" className="l-stack">
      <h3 id="vista">{t('preview')}</h3>
      {problems.length > 0 && (
        <DataTable
          caption={t('plan_list.problems')}
          columns={[
            { key: 'line', label: t('plan_list.row'), numeric: true },
            { key: 'column', label: t('plan_list.column') },
            { key: 'why', label: t('plan_list.why') },
          ]}
          rows={problems.map(({ linea, columna, motivo }, id) => ({
            id,
            line: f.number(linea),
            column: columna ?? '–',
            why: motivo,
          }))}
        />
      )}
      {kind === 'compromisos' && commitments.length > 0 && (
        <DataTable
          caption={t('plan_list.commitments', { count: commitments.length })}
          columns={[
            { key: 'title', label: t('plan_list.title') },
            { key: 'institutions', label: t('plan_list.institutions') },
            { key: 'address', label: t('plan_list.address') },
          ]}
          rows={commitments.map(({ line, number, slug, texts, institutions: own }) => ({
            id: line,
            title: `${number}. ${texts.title.es}`,
            institutions: f.names(own),
            address: <span className="u-break">{addressOf(slug)}</span>,
          }))}
        />
      )}
      {institutions.length > 0 && (
        <DataTable
          caption={t('plan_list.fresh', { count: fresh.length })}
          columns={[
            { key: 'name', label: t('plan_list.institution') },
            { key: 'fate', label: t('fate') },
          ]}
          rows={institutions.map(({ line, slug, name, isKnown }) => ({
            id: `${line} ${slug}`,
            name: name.es,
            fate: t(isKnown ? 'plan_list.known' : 'plan_list.new'),
          }))}
        />
      )}
      <form method="post" className="l-row">
        <input type="hidden" name="texto" value={text} />
        {problems.length === 0 && (
          <Button kind="go" size="big" name="accion" value="guardar">
            {t('plan_list.save')}
          </Button>
        )}
        <Button size="big" name="accion" value="deshacer">
          {t('undo')}
        </Button>
      </form>
    </section>
  );
}

/** Institutions or commitments from one list, looked at before they are loaded. */
export function PlanListPart({
  kind,
  seen,
  form,
}: {
  kind: PlanListKind;
  seen: SeenList | null;
  form: FormState;
}) {
  const t = useT('territory');
  if (seen) return <Preview kind={kind} seen={seen} />;
  return (
    <section aria-labelledby="lista" className="l-stack">
      <h3 id="lista">{t('plan_list.from_file')}</h3>
      <form method="post" encType="multipart/form-data" className="l-form">
        <FileProblems form={form} />
        <FileField
          name="archivo"
          label={t('list')}
          hint={t(`plan_list.hint.${kind}`)}
          accept={sheetFiles}
          error={form.errors('archivo')}
        />
        <p className="l-end">
          <Button name="accion" value="leer">
            {t('read')}
          </Button>
        </p>
      </form>
    </section>
  );
}
