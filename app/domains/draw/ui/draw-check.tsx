import { useEffect, useState, type FormEvent } from 'react';
import type { CheckedDraw, DrawCheck as Checks } from '#app/domains/draw/check-draw.ts';
import {
  drawPosition,
  panelAt,
  sha256Hex,
  waitingOrder,
  type WeightedPanel,
} from '#app/domains/draw/lottery.ts';
import { readLottery } from '#app/domains/draw/read-lottery.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import { redrawCommand } from '#app/domains/draw/ui/draw-page.tsx';
import { NameList } from '#app/domains/draw/ui/name-list.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What was published of a draw. */
export type Published = {
  title: string;
  draw: CheckedDraw & Pick<Draw, 'waiting'>;
  tokens: string[];
};
type Found = {
  hash: string;
  position: number;
  panel: string[];
  compared: Compared | null;
};

type Wrong = { file?: string; seed?: string };
type Compared = Checks & { order?: boolean };

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
  const panel = panelAt(lottery, position);
  const again = { sha256: hash, panels: lottery, seed, position };
  const compared = published && (await compare(published, again));
  return { wrong: {}, found: { hash, position, panel, compared } };
}

/** Whether what was found is what was published, part by part; before the draw only its hash is. */
async function compare(
  { draw, tokens }: Published,
  again: { sha256: string; panels: WeightedPanel[]; seed: string; position: number },
): Promise<Compared> {
  // It carries the curve of drand's signatures: only who checks loads it.
  const { checkDraw } = await import('#app/domains/draw/check-draw.ts');
  const checked = await checkDraw(draw, again);
  if (draw.seed === null || draw.waiting === null) return checked;
  const order = await waitingOrder(tokens, again.seed, again.sha256);
  return {
    ...checked,
    seed: checked.seed === true && again.seed === draw.seed,
    position: checked.position === true && again.position === draw.position,
    order: order.join() === draw.waiting.join(),
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

/** What is compared beside the hash, the position and the panel, in the order in which it is shown. */
const further = ['times', 'source', 'shares', 'text', 'seed', 'order'] as const;

function FoundFacts({ hash, position, panel, compared }: Found) {
  const t = useT('draw');
  const f = useFormat();
  const said = (is: boolean | undefined) =>
    is === undefined ? null : <> · {t(is ? 'draw.check.same' : 'draw.check.other')}</>;
  return (
    <Facts
      items={[
        {
          term: t('draw.check.hash'),
          value: (
            <>
              <code className="u-break">{hash}</code>
              {said(compared?.hash)}
            </>
          ),
        },
        {
          term: t('draw.check.position'),
          value: (
            <>
              {f.number(position)}
              {said(compared?.position)}
            </>
          ),
        },
        {
          term: t('draw.check.panel'),
          value: (
            <>
              {f.number(panel.length)}
              {said(compared?.panel)}
              <NameList names={panel} />
            </>
          ),
        },
        ...further.flatMap((key) => {
          const is = compared?.[key];
          if (is === undefined) return [];
          const value = t(is ? 'draw.check.right' : 'draw.check.wrong');
          return [{ key, term: t(`draw.checked.${key}`), value }];
        }),
      ]}
    />
  );
}

function CheckResult({ found, published }: { found: Found; published: Published | null }) {
  const t = useT('draw');
  const agrees = found.compared !== null && Object.values(found.compared).every(Boolean);
  return (
    <>
      {published ? (
        <Notice
          kind={agrees ? 'done' : 'bad'}
          title={t(agrees ? 'draw.check.agrees' : 'draw.check.differs')}
        >
          {published.draw.seed === null && t('draw.check.pending')}
        </Notice>
      ) : (
        <Notice>{t('draw.check.alone')}</Notice>
      )}
      <h3>{t('draw.check.result')}</h3>
      <FoundFacts {...found} />
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
          {t('draw.check.script', { command: redrawCommand(published?.draw.seed ?? null) })}
        </p>
      )}
      {isReady && <CheckForm seed={published?.draw.seed ?? ''} wrong={wrong} onCheck={check} />}
      <div role="status" className="l-stack">
        {found && <CheckResult found={found} published={published} />}
      </div>
    </section>
  );
}
