import { useLoaderData } from '@remix-run/react';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { sheetFiles } from '#app/platform/spreadsheets/types.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { listBaseline } from '#app/domains/figures/get-figures.server.ts';
import { recallNames } from '#app/domains/figures/recall-names.server.ts';
import { replaceBaseline } from '#app/domains/figures/replace-baseline.server.ts';
import { useLabels } from '#app/domains/figures/ui/use-labels.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const [baseline, names] = await Promise.all([
    listBaseline(visit.db),
    recallNames(visit.db, visit.locale),
  ]);
  return { title: visit.t('figures')('baseline.title'), baseline, names };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const sent = form.get('archivo');
    await replaceBaseline(
      actor,
      sent instanceof File
        ? { bytes: new Uint8Array(await sent.arrayBuffer()) }
        : { bytes: new Uint8Array() },
    );
    return redirectTo('/coordinacion/poblacion', { notice: 'baseline_replaced' });
  },
  { form: true },
);

type Data = Awaited<ReturnType<typeof loader>>;

/** What each group's share of the city is, of how many people, and whose figure that is. */
function BaselineTable({ baseline, names }: Pick<Data, 'baseline' | 'names'>) {
  const t = useT('figures');
  const f = useFormat();
  const label = useLabels(names);
  return (
    <DataTable
      caption={t('baseline.caption')}
      columns={[
        { key: 'group', label: t('column.group') },
        { key: 'share', label: t('column.share_of'), numeric: true },
        { key: 'persons', label: t('column.people'), numeric: true },
        { key: 'from', label: t('baseline.from') },
      ]}
      rows={baseline.map((row) => ({
        id: `${row.measure} ${row.value}`,
        group: (
          <>
            {label(row.measure, row.value)}
            <small>{t(`measure.${row.measure}`)}</small>
          </>
        ),
        share: t('percent', { share: Math.round(row.share * 1000) / 10 }),
        persons: row.persons === null ? '–' : f.number(row.persons),
        from: (
          <>
            {row.source}
            <small>
              {t(`territory.${row.territory}`)}. {row.asOf}. {row.definition}
            </small>
          </>
        ),
      }))}
    />
  );
}

/** The population that participation is compared with: what holds now, and the file that replaces it. */
export default function Population() {
  const { baseline, names } = useLoaderData<typeof loader>();
  const t = useT('figures');
  const f = useFormat();
  const form = useFormState({ archivo: t('baseline.file') });
  return (
    <CoordinationPage
      part="poblacion"
      title={t('baseline.heading')}
      current={t('baseline.title')}
      lead={t('baseline.lead')}
      form={form}
    >
      {form.lines.length > 0 && (
        <DataTable
          caption={t('baseline.problems')}
          columns={[
            { key: 'line', label: t('baseline.line'), numeric: true },
            { key: 'column', label: t('baseline.column') },
            { key: 'why', label: t('baseline.why') },
          ]}
          rows={form.lines.map((problem, id) => ({
            id,
            line: f.number(problem.linea),
            column: problem.columna ?? '–',
            why: problem.motivo,
          }))}
        />
      )}
      <form method="post" encType="multipart/form-data" className="l-form">
        <FileField
          name="archivo"
          label={t('baseline.file')}
          hint={t('baseline.file.hint')}
          accept={sheetFiles}
          error={form.errors('archivo')}
        />
        <p className="l-row l-end">
          <Button kind="go">{t('baseline.send')}</Button>
          <ButtonLink icon="download" href="/coordinacion/poblacion.csv">
            {t('baseline.download')}
          </ButtonLink>
          <ButtonLink icon="download" href="/coordinacion/poblacion.xlsx">
            {t('baseline.download.xlsx')}
          </ButtonLink>
        </p>
      </form>
      {baseline.length > 0 ? (
        <BaselineTable baseline={baseline} names={names} />
      ) : (
        <p>{t('baseline.none')}</p>
      )}
    </CoordinationPage>
  );
}
