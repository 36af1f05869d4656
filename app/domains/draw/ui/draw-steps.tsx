import { drawLimits, isCommitted } from '#app/domains/draw/rules.ts';
import type { Draw } from '#app/domains/draw/types.ts';
import {
  Calculation,
  CommittedLottery,
  LookAgain,
  ProvenLottery,
  ReadyToCalculate,
} from '#app/domains/draw/ui/draw-desk.tsx';
import { PrepareForm, type ProposedQuota } from '#app/domains/draw/ui/prepare-form.tsx';
import type { GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import type { Allocation } from '#app/domains/meetings/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

type Props = {
  meeting: { id: string; allocation: Allocation; waiting: number };
  /** How the meeting gives its places, in words. */
  how: string;
  draw: Draw | null;
  proposed: ProposedQuota[];
  choices: GoalChoices;
  now: Date;
  holds: boolean;
  prepares: boolean;
  /** Why no draw can be prepared. */
  why: { text: string; next?: string | undefined } | null;
  /** How many pairs of registrations wait to be looked at. */
  duplicates: number;
  /** The form of an act, where it is the one that came back. */
  formOf: (accion: string) => FormState | null;
};

/** The work on the draw of a meeting: where it stands, and the quotas while they can be given. */
export function DrawWork(props: Props) {
  const { meeting, draw, proposed, choices, prepares, formOf } = props;
  return (
    <>
      <DrawNotices {...props} />
      {draw && <DrawSteps {...props} draw={draw} />}
      {prepares && (
        <PrepareForm
          proposed={proposed}
          choices={choices}
          form={formOf('preparar')}
          again={draw !== null}
          few={meeting.waiting < drawLimits.quotaPeople}
        />
      )}
    </>
  );
}

/** Why nothing can be drawn here, or not yet. */
function DrawNotices({ meeting, how, draw, prepares, why, duplicates }: Props) {
  const t = useT('draw');
  return (
    <>
      {meeting.allocation !== 'sorteo' && (
        <Notice title={t('draw.desk.not_said')}>{t('draw.desk.how', { how })}</Notice>
      )}
      {meeting.allocation === 'sorteo' && why && draw?.state !== 'sorteada' && (
        <Notice title={why.text}>{why.next}</Notice>
      )}
      {prepares && duplicates > 0 && (
        <Notice kind="sun">
          <a href={`/facilitacion/talleres/${meeting.id}/repetidas`}>{t('draw.duplicates')}</a>
        </Notice>
      )}
    </>
  );
}

/** Where the draw stands, and what is to be done next. */
function DrawSteps({ meeting, draw, choices, now, holds, formOf }: Props & { draw: Draw }) {
  const t = useT('draw');
  const { state } = draw;
  return (
    <>
      {state === 'preparada' && <ReadyToCalculate draw={draw} choices={choices} />}
      {(state === 'calculando' || state === 'detenida') && <Calculation draw={draw} />}
      {state === 'calculando' && <LookAgain id={meeting.id} />}
      {state === 'lista' && <ProvenLottery draw={draw} form={formOf('comprometer')} />}
      {state === 'comprometida' && (
        <CommittedLottery draw={draw} now={now} form={formOf('sortear')} holds={holds} />
      )}
      {state === 'sorteada' && (
        <Notice kind="done" title={t('draw.held.title')}>
          {t('draw.held.text')}
        </Notice>
      )}
      {isCommitted(draw) && (
        <p>
          <ButtonLink icon="eye" href={`/talleres/${meeting.id}/sorteo`}>
            {t('draw.public.see')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
