import { hexOf } from '#app/domains/draw/lottery.ts';
import { isPublished, seedRule } from '#app/domains/draw/rules.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import { NameList } from '#app/domains/draw/ui/name-list.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** The command that repeats a draw from its files, and once it was held checks it. */
export function redrawCommand(seed: string | null): string {
  const files = '--lottery loteria.json --tokens fichas.json';
  return seed === null
    ? `npm run convite -- select-panel ${files} --seed SEMILLA`
    : `npm run convite -- select-panel ${files} --record sorteo.json`;
}

const steps = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The rules, step by step: the same before and after. */
export function HowItWorks() {
  const t = useT('draw');
  return (
    <section className="l-stack" aria-labelledby="como">
      <h2 id="como">{t('draw.how.title')}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>{t(`draw.how.${step}`)}</li>
        ))}
      </ol>
    </section>
  );
}

/** What was drawn: the seed and where it comes from, the panel, the order of the waiting list. */
export function DrawResult({ draw }: { draw: Draw }) {
  const t = useT('draw');
  const f = useFormat();
  const { drawnAt, seedText, seed, position, panel, waiting } = draw;
  if (!drawnAt || seedText === null || position === null || !panel || !waiting) return null;
  const bytes = new TextEncoder().encode(seedText);
  return (
    <section className="l-stack" aria-labelledby="resultado">
      <h2 id="resultado">{t('draw.result.title')}</h2>
      <Facts
        items={[
          { term: t('draw.fact.drawn'), value: f.date(drawnAt, 'moment') },
          { term: t('draw.fact.seed_text'), value: <pre className="verbatim">{seedText}</pre> },
          { term: t('draw.fact.made'), value: t(`draw.made.${seedRule(draw)}`) },
          { term: t('draw.fact.seed'), value: <code className="u-break">{seed}</code> },
          { term: t('draw.fact.position'), value: f.number(position) },
        ]}
      />
      <Fold summary={t('draw.bytes.see', { count: bytes.length })}>
        <p>
          <code className="u-break">{hexOf(bytes, ' ')}</code>
        </p>
      </Fold>
      <h3>{t('draw.panel.title')}</h3>
      <NameList names={panel} />
      <p className="u-small u-mute">{t('draw.panel.text')}</p>
      <Fold summary={t('draw.waiting.see', { count: waiting.length })}>
        <p>{t('draw.waiting.text')}</p>
        <NameList names={waiting} ordered />
      </Fold>
    </section>
  );
}

/** What anybody needs to repeat it. */
export function DrawFiles({ draw, now }: { draw: Draw; now: Date }) {
  const t = useT('draw');
  const f = useFormat();
  const own = `/talleres/${draw.meetingId}/sorteo`;
  const file = (name: 'sorteo' | 'loteria' | 'fichas') => (
    <ButtonLink icon="download" href={`${own}/${name}.json`}>
      {t(`draw.files.${name}`)}
    </ButtonLink>
  );
  if (!isPublished(draw, now))
    return (
      <section className="side l-stack l-stack--tight" aria-labelledby="repetir">
        <h2 id="repetir">{t('draw.files.title')}</h2>
        <p className="u-small">
          {t('draw.files.later', { date: f.date(draw.sharesUntil ?? now, 'moment') })}
        </p>
        <div className="l-row">{file('sorteo')}</div>
      </section>
    );
  return (
    <section className="side l-stack l-stack--tight" aria-labelledby="repetir">
      <h2 id="repetir">{t('draw.files.title')}</h2>
      <p className="u-small">{t('draw.files.text')}</p>
      <div className="l-row">
        {file('loteria')}
        {file('fichas')}
        {file('sorteo')}
      </div>
      <p>
        <a className="more" href={`/transparencia/verificar?sorteo=${draw.meetingId}`}>
          {t('draw.files.check')} <Icon name="arrow" />
        </a>
      </p>
      <p className="u-small u-mute u-break">
        {t('draw.files.command', { command: redrawCommand(draw.seed) })}
      </p>
    </section>
  );
}
