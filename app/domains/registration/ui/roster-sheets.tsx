import { useT } from '#app/platform/i18n/use-t.ts';
import type { RosterRow } from '#app/domains/registration/types.ts';
import { DataTable } from '#app/ui/data-table.tsx';

/** Empty lines for who comes without having registered. */
const emptyLines = 8;

/** The sheet to sign: it goes from hand to hand, so it says names and nothing else. */
export function RosterSign({
  title,
  lang,
  when,
  venue,
  people,
}: {
  title: string;
  lang: string;
  when: string;
  venue: string;
  people: Pick<RosterRow, 'id' | 'name'>[];
}) {
  const t = useT('roster');
  const rows = people.map((person, index) => ({
    id: person.id,
    name: person.name,
    number: index + 1,
    sign: '',
  }));
  const empty = Array.from({ length: emptyLines }, (_, index) => ({
    id: `libre-${index}`,
    name: <span className="u-sr">{t('paper.roster.empty')}</span>,
    number: rows.length + index + 1,
    sign: '',
  }));
  return (
    <section className="sheet roster l-stack l-stack--tight" aria-labelledby="firmas">
      <h2 id="firmas">{t('paper.roster.sign.heading')}</h2>
      <p>
        <b lang={lang}>{title}</b> · {when}
        {venue && ` · ${venue}`}
      </p>
      <DataTable
        caption={t('paper.roster.sign.caption')}
        hideCaption
        columns={[
          { key: 'name', label: t('paper.nombre') },
          { key: 'number', label: t('paper.roster.number'), numeric: true },
          { key: 'sign', label: t('paper.signature') },
        ]}
        rows={[...rows, ...empty]}
      />
      <p className="u-small">{t('paper.roster.sign.note')}</p>
    </section>
  );
}

/** The sheet that stays with who facilitates: contacts and needs, who waits. */
export function RosterOwn({
  people,
  needs,
}: {
  people: RosterRow[];
  needs: Record<string, string>;
}) {
  const t = useT('roster');
  const nameOf = (need: string) => needs[need] ?? need;
  return (
    <section className="sheet u-page l-stack l-stack--tight" aria-labelledby="contactos">
      <h2 id="contactos">{t('paper.roster.own.heading')}</h2>
      <p>{t('paper.roster.own.text')}</p>
      <DataTable
        caption={t('paper.roster.own.heading')}
        hideCaption
        columns={[
          { key: 'name', label: t('paper.nombre') },
          { key: 'state', label: t('paper.roster.state') },
          { key: 'contact', label: t('paper.roster.contact') },
          { key: 'needs', label: t('paper.roster.needs') },
        ]}
        rows={people.map((person) => ({
          id: person.id,
          name: (
            <>
              {person.name}
              {person.isMinor && <small>{t('paper.roster.minor')}</small>}
            </>
          ),
          state: t(`twice.state.${person.state}`),
          contact: (
            <span className="u-break">
              {[person.phone, person.email].filter(Boolean).join(' · ')}
            </span>
          ),
          needs: person.needs
            .map(({ need, note }) => (note === '' ? nameOf(need) : `${nameOf(need)}: ${note}`))
            .join(' · '),
        }))}
      />
    </section>
  );
}
