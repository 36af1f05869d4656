import { useEffect, useState, type FormEvent } from 'react';
import {
  drawPosition,
  panelAt,
  readLottery,
  sha256Hex,
  waitingOrder,
} from '#app/domains/draw/lottery.ts';
import { redrawCommand } from '#app/domains/draw/ui/draw-page.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What was published of a draw. */
export type Published = {
  title: string;
  lotterySha256: string;
  seed: string | null;
  seedText: string | null;
  position: number | null;
  panel: string[] | null;
  waiting: string[] | null;
  tokens: string[];
};
type Found = {
  hash: string;
  position: number;
  panel: string[];
  order: string[] | null;
  seedOfText: string | null;
};

/**
 * Recomputes a draw out of a file and a seed, in the browser; nothing is sent. Without script it
 * says how else.
 */
export function DrawCheck({ published }: { published: Published | null }) {
  const t = useT('draw');
  const f = useFormat();
  const [isReady, setReady] = useState(false);
  const [wrong, setWrong] = useState<{ file?: string; seed?: string }>({});
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => setReady(true), []);

  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('loteria');
    const seed = String(form.get('semilla') ?? '')
      .trim()
      .toLowerCase();
    const bytes =
      file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    const lottery = bytes && readLottery(new TextDecoder().decode(bytes));
    const problems = {
      ...(bytes
        ? lottery
          ? {}
          : { file: t('draw.check.not_lottery') }
        : { file: t('draw.check.no_file') }),
      ...(/^([0-9a-f]{2})+$/.test(seed) ? {} : { seed: t('draw.check.no_seed') }),
    };
    setWrong(problems);
    setFound(null);
    if (!lottery || 'seed' in problems) return;
    const hash = await sha256Hex(bytes);
    const position = await drawPosition(seed, hash);
    setFound({
      hash,
      position,
      panel: panelAt(lottery, position),
      order: published ? await waitingOrder(published.tokens, seed, hash) : null,
      seedOfText: published?.seedText ? await sha256Hex(published.seedText) : null,
    });
  };

  const same = (is: boolean) => t(is ? 'draw.check.same' : 'draw.check.other');
  const drawn = published?.seed != null;
  const compared =
    found && published
      ? {
          hash: found.hash === published.lotterySha256,
          ...(drawn
            ? {
                position: found.position === published.position,
                panel: found.panel.join() === published.panel!.join(),
                order: found.order!.join() === published.waiting!.join(),
                seed: found.seedOfText === published.seed,
              }
            : {}),
        }
      : null;
  const agrees = compared !== null && Object.values(compared).every(Boolean);
  return (
    <section className="l-stack" aria-labelledby="sorteo">
      <h2 id="sorteo">{t('draw.check.title')}</h2>
      <p>
        {t('draw.check.text')} {published && t('draw.check.of', { title: published.title })}
      </p>
      {!isReady && (
        <p className="u-break">
          {t('draw.check.script', { command: redrawCommand(published?.seed ?? null) })}
        </p>
      )}
      {isReady && (
        <form className="l-form" noValidate onSubmit={(event) => void check(event)}>
          <FileField
            name="loteria"
            label={t('draw.check.file')}
            accept=".json,application/json"
            error={wrong.file}
          />
          <TextField
            name="semilla"
            label={t('draw.check.seed')}
            hint={t('draw.check.seed.hint')}
            value={published?.seed ?? ''}
            error={wrong.seed}
            autoComplete="off"
          />
          <p className="l-end">
            <Button kind="go">{t('draw.check.go')}</Button>
          </p>
        </form>
      )}
      <div role="status" className="l-stack">
        {found && (
          <>
            {published ? (
              <Notice
                kind={agrees ? 'done' : 'bad'}
                title={t(agrees ? 'draw.check.agrees' : 'draw.check.differs')}
              >
                {!drawn && t('draw.check.pending')}
              </Notice>
            ) : (
              <Notice>{t('draw.check.alone')}</Notice>
            )}
            <h3>{t('draw.check.result')}</h3>
            <Facts
              items={[
                {
                  term: t('draw.check.hash'),
                  value: (
                    <>
                      <code className="u-break">{found.hash}</code>
                      {compared && <> · {same(compared.hash)}</>}
                    </>
                  ),
                },
                {
                  term: t('draw.check.position'),
                  value: (
                    <>
                      {f.number(found.position)}
                      {compared?.position !== undefined && <> · {same(compared.position)}</>}
                    </>
                  ),
                },
                {
                  term: t('draw.check.panel'),
                  value: (
                    <>
                      {compared?.panel !== undefined && same(compared.panel)}
                      <ul className="names">
                        {found.panel.map((name) => (
                          <li key={name}>
                            <code>{name}</code>
                          </li>
                        ))}
                      </ul>
                    </>
                  ),
                },
                ...(compared?.order !== undefined
                  ? [{ term: t('draw.check.order'), value: same(compared.order) }]
                  : []),
                ...(compared?.seed !== undefined
                  ? [{ term: t('draw.check.seed_of'), value: same(compared.seed) }]
                  : []),
              ]}
            />
          </>
        )}
      </div>
    </section>
  );
}
