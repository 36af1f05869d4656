import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Clock, Decision } from '#app/domains/moderation/types.ts';
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
  idea: { id: string; title: string; description: string; lang: string; stateReason: string };
  decision: {
    decision: Decision;
    reason: string | null;
    explanation: string;
    moderator: string | null;
    decidedAt: Date;
  } | null;
};

/** What the author says, against what, and the idea itself. */
export function AppealPanel({ one }: { one: ShownAppeal }) {
  const t = useT('moderation');
  const f = useFormat();
  const { decision } = one;
  return (
    <>
      <div className="l-row">
        {!one.settled && <ClockState clock={one.clock} />}
        <time className="u-small u-mute" dateTime={one.createdAt.toISOString()}>
          {f.date(one.createdAt, 'moment')}
        </time>
      </div>
      <h3>{t('appeals.says')}</h3>
      <Prose text={one.body} lang={one.idea.lang} />
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
      <p>{one.idea.stateReason || decision?.explanation}</p>
      <h3>{t('appeals.idea')}</h3>
      <Prose text={one.idea.description} lang={one.idea.lang} />
      <p>
        <a className="more" href={`/moderacion/ideas/${one.idea.id}`}>
          {t('item.history')}
        </a>
      </p>
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
