import { auditCatalogue } from '#app/kernel/audit-catalogue.ts';
import { changesOf, isAuditAction } from '#app/domains/transparency/rules.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextDiff } from '#app/ui/text-diff.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const actions = Object.keys(auditCatalogue).filter(isAuditAction);

/** Looks for entries of the trail by act and days. */
export function TrailFilter({
  filter,
}: {
  filter: { action: string; since: string; until: string };
}) {
  const t = useT('coordination');
  const someone = t('trail.someone');
  return (
    <form method="get" className="panel" aria-label={t('trail.filter')}>
      <SelectField
        name="accion"
        optional
        label={t('trail.action')}
        empty={t('trail.action.all')}
        value={filter.action}
        options={actions.map((value) => ({
          value,
          label: t(`audit.${value}`, { who: someone }),
        }))}
      />
      <TextField
        name="desde"
        type="date"
        optional
        label={t('trail.since')}
        value={filter.since.slice(0, 10)}
      />
      <TextField
        name="hasta"
        type="date"
        optional
        label={t('trail.until')}
        value={filter.until.slice(0, 10)}
      />
      <p className="l-end">
        <Button icon="search">{t('trail.filter')}</Button>
      </p>
    </form>
  );
}

/** What changed, as readable differences; the other facts as they were kept. */
export function EntryDetails({ data }: { data: Record<string, unknown> }) {
  const t = useT('coordination');
  const changes = changesOf(data);
  const rest = Object.entries(data).filter(
    ([key]) => !(changes.length > 0 && (key === 'before' || key === 'after')),
  );
  if (changes.length === 0 && rest.length === 0) return null;
  return (
    <Fold summary={t('trail.details')}>
      <div className="l-stack l-stack--tight u-small">
        {rest.length > 0 && (
          <Facts
            items={rest.map(([key, value]) => ({
              key,
              term: <code>{key}</code>,
              value: (
                <span className="u-break">
                  {typeof value === 'object' ? JSON.stringify(value) : String(value)}
                </span>
              ),
            }))}
          />
        )}
        {changes.map((change) => (
          <div key={change.field}>
            <p>
              <code>{change.field}</code>
            </p>
            <TextDiff before={change.before} after={change.after} />
          </div>
        ))}
      </div>
    </Fold>
  );
}
