import type { ReactNode } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { LetterMoves } from '#app/domains/letters/get-letter.server.ts';
import { letterLimits } from '#app/domains/letters/schema.ts';
import type { Letter } from '#app/domains/letters/types.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { KindFields } from '#app/domains/letters/ui/letter-form.tsx';

type ActName = 'responder' | 'pedir' | 'anotar' | 'prorrogar' | 'cerrar';

/** One act with its words. The page holds several: what was posted keeps its words and says what was wrong. */
function WordsForm({
  act,
  form,
  label,
  hint,
  send,
  main,
}: {
  act: ActName;
  form: FormState;
  label: string;
  hint?: string;
  send: string;
  main?: boolean;
}) {
  const isPosted = form.value('accion') === act;
  return (
    <form method="post" className="l-form" noValidate>
      <input type="hidden" name="accion" value={act} />
      <TextField
        id={isPosted ? 'texto' : `texto-${act}`}
        name="texto"
        label={label}
        hint={hint}
        rows={main ? 7 : 4}
        maxLength={letterLimits.answer}
        value={isPosted ? form.value('texto') : ''}
        error={isPosted ? form.errors('texto') : undefined}
      />
      <p>
        <Button kind={main ? 'go' : 'plain'}>{send}</Button>
      </p>
    </form>
  );
}

function ActFold({
  act,
  form,
  title,
  children,
}: {
  act: string;
  form: FormState;
  title: string;
  children: ReactNode;
}) {
  return (
    <Fold summary={title} open={form.value('accion') === act}>
      {children}
    </Fold>
  );
}

/** Who answers it. */
export function TakeForm({ isMine, may }: { isMine: boolean; may: LetterMoves }) {
  const t = useT('letters');
  if (!isMine && !may.take) return null;
  return (
    <form method="post">
      <Button name="accion" value={isMine ? 'soltar' : 'tomar'}>
        {t(isMine ? 'one.release' : 'one.take')}
      </Button>
    </form>
  );
}

/** What coordination may still do with a letter that waits. */
export function LetterActs({
  letter,
  may,
  form,
}: {
  letter: Pick<Letter, 'state' | 'kind' | 'claim'>;
  may: LetterMoves;
  form: FormState;
}) {
  const t = useT('letters');
  const words = (act: Exclude<ActName, 'responder'>, key: 'note' | 'ask' | 'extend' | 'close') => (
    <ActFold act={act} form={form} title={t(`one.${key}`)}>
      <WordsForm
        act={act}
        form={form}
        label={t(`one.${key}.text`)}
        send={t(`one.${key}.send`)}
        {...(key !== 'note' && { hint: t(`one.${key}.hint`) })}
      />
    </ActFold>
  );
  return (
    <div className="l-stack">
      <WordsForm
        act="responder"
        form={form}
        label={t('one.text.answer')}
        hint={t('one.text.answer.hint')}
        send={t('one.answer')}
        main
      />
      {letter.state === 'pedida' && words('anotar', 'note')}
      {may.ask && words('pedir', 'ask')}
      {may.extend && words('prorrogar', 'extend')}
      {may.change && (
        <ActFold act="cambiar" form={form} title={t('one.change')}>
          <form method="post" className="l-form" noValidate>
            <input type="hidden" name="accion" value="cambiar" />
            <KindFields form={form} kind={letter.kind} claim={letter.claim ?? ''} />
            <p>
              <Button>{t('one.change.send')}</Button>
            </p>
          </form>
        </ActFold>
      )}
      {words('cerrar', 'close')}
    </div>
  );
}
