import { useEffect, useState, type FormEvent } from 'react';
import { drawPosition, panelAt, sha256Hex, waitingOrder } from '#app/domains/draw/lottery.ts';
import { readLottery } from '#app/domains/draw/read-lottery.ts';
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

type Wrong = { file?: string; seed?: string };
type Compared = { hash: boolean } & Partial<
  Record<'position' | 'panel' | 'order' | 'seed', boolean>
>;

/** What a file and a seed give: what is wrong with them, or the draw found again. */
async function findAgain(
  form: FormData,
  published: Published | null,
): Promise<{ wrong: { file?: 'not_lottery' | 'no_file'; seed?: 'no_seed' }; found: Found | null }> {
  const file = form.get('loteria');
  const seed = String(form.get('semilla') ?? '')
    .trim()
    .toLowerCase();
  const bytes =
    file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  const lottery = bytes && readLottery(new TextDecoder().decode(bytes));
  const isSeed = /^([0-9a-f]{2})+$/.test(seed);
  if (!bytes || !lottery || !isSeed) {
    const unread = bytes ? ('not_lottery' as const) : ('no_file' as const);
    return {
      wrong: { ...(lottery ? {} : { file: unread }), ...(isSeed ? {} : { seed: 'no_seed' }) },
      found: null,
    };
  }
  const hash = await sha256Hex(bytes);
  const position = await drawPosition(seed, hash);
  const found = {
    hash,
    position,
    panel: panelAt(lottery, position),
    order: published ? await waitingOrder(published.tokens, seed, hash) : null,
    seedOfText: published?.seedText ? await sha256Hex(published.seedText) : null,
  };
  return { wrong: {}, found };
}

/** Whether what was found is what was published, part by part; before the draw only its hash is. */
function compare(found: Found, published: Published): Compared {
  const hash = found.hash === published.lotterySha256;
  if (published.seed === null) return { hash };
  return {
    hash,
    position: found.position === published.position,
    panel: found.panel.join() === published.panel?.join(),
    order: found.order?.join() === published.waiting?.join(),
    seed: found.seedOfText === published.seed,
  };
}

function CheckForm({
  seed,
  wrong,
  onCheck,
}: {
  seed: string;
  wrong: Wrong;
  onCheck: (form: FormData) => Promise<void>;
}) {
  const t = useT('draw');
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onCheck(new FormData(event.currentTarget));
  };
  return (
    <form className="l-form" noValidate onSubmit={check}>
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
        value={seed}
        error={wrong.seed}
        autoComplete="off"
      />
      <p className="l-end">
        <Button kind="go">{t('draw.check.go')}</Button>
      </p>
    </form>
  );
}

function FoundFacts({ found, compared }: { found: Found; compared: Compared | null }) {
  const t = useT('draw');
  const f = useFormat();
  const same = (is: boolean) => t(is ? 'draw.check.same' : 'draw.check.other');
  const hash = (
    <>
      <code className="u-break">{found.hash}</code>
      {compared && <> · {same(compared.hash)}</>}
    </>
  );
  const position = (
    <>
      {f.number(found.position)}
      {compared?.position !== undefined && <> · {same(compared.position)}</>}
    </>
  );
  const panel = (
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
  );
  return (
    <Facts
      items={[
        { term: t('draw.check.hash'), value: hash },
        { term: t('draw.check.position'), value: position },
        { term: t('draw.check.panel'), value: panel },
        ...(compared?.order !== undefined
          ? [{ term: t('draw.check.order'), value: same(compared.order) }]
          : []),
        ...(compared?.seed !== undefined
          ? [{ term: t('draw.check.seed_of'), value: same(compared.seed) }]
          : []),
      ]}
    />
  );
}

function CheckResult({ found, published }: { found: Found; published: Published | null }) {
  const t = useT('draw');
  const compared = published && compare(found, published);
  const agrees = compared !== null && Object.values(compared).every(Boolean);
  return (
    <>
      {published ? (
        <Notice
          kind={agrees ? 'done' : 'bad'}
          title={t(agrees ? 'draw.check.agrees' : 'draw.check.differs')}
        >
          {published.seed === null && t('draw.check.pending')}
        </Notice>
      ) : (
        <Notice>{t('draw.check.alone')}</Notice>
      )}
      <h3>{t('draw.check.result')}</h3>
      <FoundFacts found={found} compared={compared} />
    </>
  );
}

/**
 * Recomputes a draw out of a file and a seed, in the browser; nothing is sent. Without script it
 * says how else.
 */
export function DrawCheck({ published }: { published: Published | null }) {
  const t = useT('draw');
  const [isReady, setReady] = useState(false);
  const [wrong, setWrong] = useState<Wrong>({});
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => setReady(true), []);
  const check = async (form: FormData) => {
    const result = await findAgain(form, published);
    const { file, seed } = result.wrong;
    setWrong({
      ...(file ? { file: t(`draw.check.${file}`) } : {}),
      ...(seed ? { seed: t(`draw.check.${seed}`) } : {}),
    });
    setFound(result.found);
  };
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
      {isReady && <CheckForm seed={published?.seed ?? ''} wrong={wrong} onCheck={check} />}
      <div role="status" className="l-stack">
        {found && <CheckResult found={found} published={published} />}
      </div>
    </section>
  );
}
