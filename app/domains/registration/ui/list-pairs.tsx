import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type {
  ListPreview,
  PreviewPair,
  PreviewSide,
} from '#app/domains/registration/preview-list.server.ts';
import { Checkbox, CheckboxGroup } from '#app/ui/choices.tsx';
import { Facts } from '#app/ui/facts.tsx';

function Side({ side }: { side: PreviewSide }) {
  const t = useT('roster');
  const f = useFormat();
  return (
    <div className="l-stack l-stack--tight">
      <h5>
        {side.line === null ? t('load.pair.there') : t('load.pair.line', { line: side.line })}
      </h5>
      <Facts
        items={[
          { term: t('twice.name'), value: <span className="u-break">{side.name}</span> },
          { term: t('twice.contact'), value: <span className="u-break">{side.contact}</span> },
          { term: t('twice.channel'), value: t(`twice.channel.${side.channel}`) },
          ...(side.createdAt === null
            ? []
            : [{ term: t('twice.when'), value: f.date(side.createdAt, 'moment') }]),
        ]}
      />
    </div>
  );
}

function Pair({ pair, id }: { pair: PreviewPair; id: string }) {
  const t = useT('roster');
  const { one, other, why } = pair;
  return (
    <section className="l-stack" aria-labelledby={id}>
      <h4 id={id}>{t('load.pair', { one: other.name, other: one.name })}</h4>
      <p>{t(`twice.why.${why}`)}</p>
      <div className="l-grid">
        <Side side={other} />
        <Side side={one} />
      </div>
      {one.line !== null && (
        <Checkbox
          name="omitir"
          id={`${id}-omitir`}
          value={String(one.line)}
          label={t('load.pair.skip', { line: one.line })}
        />
      )}
    </section>
  );
}

/** Who may be one person, side by side, and the rows that are left out. */
export function ListPairs({ preview }: { preview: ListPreview }) {
  const t = useT('roster');
  const skipped = preview.choices.skipped ?? [];
  return (
    <>
      {preview.pairs.length > 0 && (
        <section className="l-stack" aria-labelledby="parecidas">
          <h3 id="parecidas">{t('load.pairs')}</h3>
          <p>{t('load.pairs.hint')}</p>
          {preview.pairs.map((pair, index) => (
            <Pair
              key={`${pair.one.line} ${pair.other.line} ${index}`}
              pair={pair}
              id={`par-${index}`}
            />
          ))}
        </section>
      )}
      {skipped.length > 0 && (
        <CheckboxGroup
          name="omitir"
          id="omitidas"
          legend={t('load.skip')}
          options={skipped.map((line) => ({
            value: String(line),
            label: t('load.pair.skip', { line }),
          }))}
          values={skipped.map(String)}
        />
      )}
    </>
  );
}
