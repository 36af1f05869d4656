import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { AppealedKind, Clock, Decision } from '#app/domains/moderation/types.ts';
import { ClockState } from '#app/domains/moderation/ui/clock-state.tsx';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type ShownAppeal = {
  body: string;
  createdAt: Date;
  clock: Clock;
  canSettle: boolean;
  tookPart: boolean;
  settled: boolean;
  subject: {
    kind: AppealedKind;
    ideaId: string;
    title: string;
    text: string;
    lang: string;
    reason: string;
    /** Whether what it said before a part was hidden can be read. */
    sealed: boolean;
  };
  /** What it said, once that was asked for. */
  original: string[] | null;
  decision: {
    decision: Decision;
    reason: string | null;
    explanation: string;
    moderator: string | null;
    decidedAt: Date;
  } | null;
};

/** What the author says, against what, and the idea itself. */
export function AppealPanel({ one, current }: { one: ShownAppeal; current: string }) {
  const t = useT('moderation');
  const f = useFormat();
  const { decision, subject } = one;
  return (
    <>
      <div className="l-row">
        {!one.settled && <ClockState clock={one.clock} />}
        <time className="u-small u-mute" dateTime={one.createdAt.toISOString()}>
          {f.date(one.createdAt, 'moment')}
        </time>
      </div>
      <h3>{t('appeals.says')}</h3>
      <Prose text={one.body} lang={subject.lang} />
      <h3>{t('appeals.against')}</h3>
      {decision && (
        <p className="u-mute">
          {t('appeals.against.line', {
            decision: t(`decided.${decision.decision}`),
            name: decision.moderator ?? t('history.somebody'),
            date: f.date(decision.decidedAt),
          })}
        </p>
      )}
      {decision?.reason && (
        <p>
          <strong>{decision.reason}</strong>
        </p>
      )}
      <p>{subject.reason || decision?.explanation}</p>
      <h3>{t(`appeals.kind.${subject.kind}`)}</h3>
      <Prose text={subject.text} lang={subject.lang} />
      {subject.sealed && !one.settled && <SealedText one={one} current={current} />}
      <p>
        <a className="more" href={`/moderacion/ideas/${subject.ideaId}`}>
          {t('item.history')}
        </a>
      </p>
    </>
  );
}

/** What was hidden: read only by who may settle the appeal, who is told that the reading is written down. */
function SealedText({ one, current }: { one: ShownAppeal; current: string }) {
  const t = useT('moderation');
  if (!one.canSettle) return <p className="u-mute">{t('sealed.others')}</p>;
  if (one.original === null)
    return (
      <form method="get" action="/moderacion/apelaciones" className="l-stack l-stack--tight">
        <p>{t('sealed.told')}</p>
        <input type="hidden" name="caso" value={current} />
        <p className="l-end">
          <Button name="original" value="si" icon="eye">
            {t('sealed.read')}
          </Button>
        </p>
      </form>
    );
  return (
    <>
      <h3>{t('sealed.heading')}</h3>
      <Notice icon="eye">{t('sealed.written_down')}</Notice>
      {one.original.map((text) => (
        <blockquote key={text} className="quote">
          <Prose text={text} lang={one.subject.lang} />
        </blockquote>
      ))}
    </>
  );
}

/** The answer to an appeal, by somebody who took no part in what it is against. */
export function AppealDecision({
  one,
  current,
  form,
}: {
  one: ShownAppeal;
  current: string;
  form: FormState;
}) {
  const t = useT('moderation');
  if (one.settled) return <Notice>{t('decide.closed')}</Notice>;
  if (!one.canSettle)
    return <Notice>{one.tookPart ? t('appeals.part') : t('appeals.reader')}</Notice>;
  return (
    <form
      method="post"
      action={`/moderacion/apelaciones?caso=${current}`}
      noValidate
      className="l-stack l-stack--tight"
    >
      <RadioGroup
        name="decision"
        legend={t('appeals.decide')}
        options={[
          { value: 'confirmar', label: t('appeals.uphold') },
          { value: 'revocar', label: t('appeals.revert') },
        ]}
        value={form.value('decision')}
        error={form.errors('decision')}
      />
      <TextField
        name="explicacion"
        label={t('appeals.explanation')}
        rows={5}
        maxLength={2000}
        value={form.value('explicacion')}
        error={form.errors('explicacion')}
      />
      <p className="l-end">
        <Button kind="go" wide>
          {t('appeals.send')}
        </Button>
      </p>
    </form>
  );
}
