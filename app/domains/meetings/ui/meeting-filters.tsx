import type { MeetingListFilters } from '#app/domains/meetings/schema.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

type Choice = { value: string; label: string };
type Props = {
  filters: MeetingListFilters;
  commitments: Choice[];
  localities: Choice[];
  access: Choice[];
};

/** The list's filters: one plain GET form. */
export function MeetingFilters({ filters, commitments, localities, access }: Props) {
  const t = useT('meetings');
  const fields = [
    {
      name: 'compromiso',
      label: t('list.filter.compromiso'),
      empty: t('list.filter.all'),
      value: filters.commitmentSlug,
      options: commitments,
    },
    {
      name: 'localidad',
      label: t('list.filter.localidad'),
      empty: t('list.filter.city'),
      value: filters.localityCode,
      options: localities,
    },
    {
      name: 'accesibilidad',
      label: t('list.filter.accesibilidad'),
      empty: t('list.filter.any'),
      value: filters.access,
      options: access,
    },
  ];
  return (
    <form className="filters" action="/talleres" role="search" aria-label={t('list.filters')}>
      {filters.view !== 'lista' && <input type="hidden" name="vista" value={filters.view} />}
      {filters.month && <input type="hidden" name="mes" value={filters.month} />}
      <div className="filters__in">
        {fields
          .filter((field) => field.name !== 'localidad' || localities.length > 0)
          .map((field) => (
            <div key={field.name}>
              <label className="field__label" htmlFor={field.name}>
                {field.label}
              </label>
              <select
                className="input"
                id={field.name}
                name={field.name}
                defaultValue={field.value ?? ''}
              >
                <option value="">{field.empty}</option>
                {field.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </div>
          ))}
      </div>
      <p>
        <Button icon="search">{t('list.filter.go')}</Button>
      </p>
    </form>
  );
}
