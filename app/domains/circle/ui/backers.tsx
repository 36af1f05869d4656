import type { Desk } from '#app/domains/circle/get-desk.server.ts';
import type { Figure } from '#app/domains/figures/types.ts';
import { MeasureTable } from '#app/domains/figures/ui/measure-table.tsx';
import { useLabels } from '#app/domains/figures/ui/use-labels.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Who stands behind a proposal, who is missing in one sentence, and what the Circle may ask for then. */
export function Backers({ desk, form }: { desk: Desk; form: FormState }) {
  const t = useT('circle');
  return (
    <section className="l-stack l-stack--tight" aria-labelledby="respaldo">
      <h3 id="respaldo">{t('backers.title')}</h3>
      <BackerTables tables={desk.backers} localities={desk.localities} />
      {desk.requests.length > 0 && (
        <ul className="list">
          {desk.requests.map((request) => (
            <AskedBefore key={request.id} request={request} />
          ))}
        </ul>
      )}
      {desk.can.act && <AskForMeeting desk={desk} form={form} />}
    </section>
  );
}

/** The published tables, with who is missing and who is over in words; nothing to tell of too few people. */
function BackerTables({
  tables,
  localities,
}: {
  tables: Desk['backers'];
  localities: Desk['localities'];
}) {
  const t = useT('circle');
  const i = useT('figures');
  const f = useFormat();
  const label = useLabels({
    localidad: Object.fromEntries(localities.map(({ code, name }) => [code, name])),
  });
  const named = (finding: Figure['finding']) =>
    tables.flatMap(({ measure, rows }) =>
      rows.filter((row) => row.finding === finding).map((row) => label(measure, row.value)),
    );
  const [first] = tables;
  if (!first) return <p>{t('backers.too_few')}</p>;
  const missing = named('missing');
  const over = named('over');
  return (
    <>
      <p>
        {t('backers.count', { count: first.people })}{' '}
        {missing.length > 0
          ? t('backers.missing', { list: f.names(missing) })
          : t('backers.none_missing')}{' '}
        {over.length > 0 && t('backers.over', { list: f.names(over) })}
      </p>
      {tables.map((table) => (
        <Fold key={table.measure} summary={i(`measure.${table.measure}`)}>
          <MeasureTable
            table={table}
            label={(value) => label(table.measure, value)}
            caption={i('tables.caption', {
              measure: i(`measure.${table.measure}`),
              people: table.people,
            })}
          />
        </Fold>
      ))}
    </>
  );
}

/** What the Circle asked facilitators for, and what came of it. */
function AskedBefore({ request }: { request: Desk['requests'][number] }) {
  const t = useT('circle');
  const f = useFormat();
  const answer = request.meetingId ? (
    <a href={`/talleres/${request.meetingId}`}>{request.meetingTitle}</a>
  ) : (
    request.answer
  );
  return (
    <li>
      <span>
        {t('request.line', {
          place: request.locality ?? t('request.anywhere'),
          date: f.date(request.requestedAt),
        })}{' '}
        <q>{request.reason}</q>
      </span>
      <span className="u-small">{request.answeredAt ? answer : t('request.open')}</span>
    </li>
  );
}

/** Asks facilitators for a meeting where people are missing. */
function AskForMeeting({ desk, form }: { desk: Desk; form: FormState }) {
  const t = useT('circle');
  return (
    <Fold
      summary={t('request.ask')}
      open={form.errors('motivo') !== undefined || form.errors('localidad') !== undefined}
    >
      <form
        method="post"
        action={`/circulo/mesa/${desk.proposal.id}/pedido`}
        className="l-form"
        noValidate
      >
        {desk.localities.length > 0 && (
          <SelectField
            name="localidad"
            optional
            label={t('request.where')}
            empty={t('request.anywhere')}
            options={desk.localities.map(({ code, name }) => ({ value: code, label: name }))}
            value={form.value('localidad')}
            error={form.errors('localidad')}
          />
        )}
        <TextField
          name="motivo"
          label={t('request.why')}
          hint={t('request.why.hint')}
          rows={2}
          maxLength={500}
          value={form.value('motivo')}
          error={form.errors('motivo')}
        />
        <p className="l-end">
          <Button>{t('request.send')}</Button>
        </p>
      </form>
    </Fold>
  );
}
