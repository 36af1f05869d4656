import { first } from '#app/kernel/certain.ts';
import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { fieldErrors, FormErrors } from '#app/platform/http/field-errors.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import { mayHold, mayPrepareDraw, mayReplace } from '#app/domains/draw/rules.ts';
import { CommitForm, DrawAct, HoldForm, QuotaPair } from '#app/domains/draw/schema.ts';
import { getDrawDesk } from '#app/domains/draw/get-draw.server.ts';
import { holdDraw } from '#app/domains/draw/hold-draw.server.ts';
import { prepareDraw, type QuotaInput } from '#app/domains/draw/prepare-draw.server.ts';
import { startCalculation, stopCalculation } from '#app/domains/draw/run-calculation.server.ts';
import {
  Calculation,
  CommittedLottery,
  Impossible,
  LookAgain,
  ProvenLottery,
  ReadyToCalculate,
} from '#app/domains/draw/ui/draw-desk.tsx';
import { useCommitLabels } from '#app/domains/draw/ui/commit-fields.tsx';
import { PrepareForm } from '#app/domains/draw/ui/prepare-form.tsx';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import { useGoalName } from '#app/domains/groups/ui/goal-fields.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState, type FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle = { script: true, ns: ['draw', 'groups', 'meetings'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const [{ meeting, draw, proposed }, { done }, choices] = await Promise.all([
    getDrawDesk(db, actor, params['id']),
    getMeetingDraft(db, actor, params['id']),
    recallGoalValues(db, locale),
  ]);
  const at = now();
  const prepares = mayPrepareDraw(meeting, at);
  const replaces = mayReplace(draw);
  return {
    title: `${visit.t('draw')('draw.desk.title')} · ${meeting.title}`,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      lang: meeting.lang,
      allocation: meeting.allocation,
      waiting: meeting.waiting,
      places: placesLeft(meeting),
    },
    draw,
    proposed,
    choices,
    now: at,
    duplicates: done.openDuplicates,
    prepares: prepares.allowed && replaces.allowed,
    why: prepares.allowed
      ? null
      : sayRefusal(visit.t('errors'), prepares.error.reason, prepares.error.params),
    holds: draw !== null && mayHold(draw, meeting, at).allowed,
  };
});

/** The quotas of a post: `min.<goal>` and `max.<goal>`, each wrong one at its own field. */
function quotasOf(form: FormData): QuotaInput {
  const quotas: QuotaInput = new Map();
  const wrong: Record<string, string> = {};
  for (const name of form.keys()) {
    if (!name.startsWith('min.')) continue;
    const goal = name.slice(4);
    try {
      quotas.set(
        goal,
        parseForm(
          { min: String(form.get(name)), max: String(form.get(`max.${goal}`) ?? '') },
          QuotaPair,
        ),
      );
    } catch (error) {
      if (!(error instanceof FormErrors)) throw error;
      for (const [end, messages] of Object.entries(error.errors))
        wrong[`${end}.${goal}`] = first(messages);
    }
  }
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
  return quotas;
}

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const id = params['id'];
    const back = (notice: string) => redirectTo(`/facilitacion/talleres/${id}/sorteo`, { notice });
    switch (parseForm(form, DrawAct).act) {
      case 'prepare':
        await prepareDraw(actor, id, quotasOf(form));
        return back('draw_prepared');
      case 'calculate':
        await startCalculation(actor, id);
        return back('lottery_started');
      case 'stop':
        await stopCalculation(actor, id);
        return back('lottery_stopped');
      case 'commit':
        await commitLottery(actor, id, parseForm(form, CommitForm));
        return back('lottery_committed');
      case 'hold':
        await holdDraw(actor, id, parseForm(form, HoldForm).result);
        return back('draw_held');
    }
  },
  { form: true },
);

/** Where the draw stands, and what is to be done next. */
function DrawSteps({ of }: { of: (accion: string) => FormState | null }) {
  const { meeting, draw, choices, now, holds } = useLoaderData<typeof loader>();
  const t = useT('draw');
  const state = draw?.state;
  return (
    <>
      {state === 'midiendo' && (
        <>
          <Notice role="status">{t('draw.desk.counting')}</Notice>
          <LookAgain id={meeting.id} />
        </>
      )}
      {draw && state === 'preparada' && <ReadyToCalculate draw={draw} choices={choices} />}
      {draw && (state === 'calculando' || state === 'detenida') && <Calculation draw={draw} />}
      {state === 'calculando' && <LookAgain id={meeting.id} />}
      {draw && state === 'imposible' && <Impossible draw={draw} choices={choices} />}
      {draw && state === 'lista' && <ProvenLottery draw={draw} form={of('comprometer')} />}
      {draw && state === 'comprometida' && (
        <CommittedLottery draw={draw} now={now} form={of('sortear')} holds={holds} />
      )}
      {state === 'sorteada' && (
        <Notice kind="done" title={t('draw.held.title')}>
          {t('draw.held.text')}
        </Notice>
      )}
      {(state === 'comprometida' || state === 'sorteada') && (
        <p>
          <ButtonLink icon="eye" href={`/talleres/${meeting.id}/sorteo`}>
            {t('draw.public.see')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

/** The draw of one meeting, from its quotas to its result. */
export default function DrawDesk() {
  const { meeting, draw, proposed, choices, duplicates, prepares, why } =
    useLoaderData<typeof loader>();
  const posted = (useActionData() as { values?: { accion?: string } } | undefined)?.values?.accion;
  const t = useT('draw');
  const w = useT('meetings');
  const ofSite = useT('common');
  const f = useFormat();
  const name = useGoalName(choices);
  const labels = Object.fromEntries(
    proposed.flatMap((quota) =>
      (['min', 'max'] as const).map((end) => [
        `${end}.${quota.goalId}`,
        `${name(quota)}, ${t(`draw.quotas.${end}`)}`,
      ]),
    ),
  );
  const form = useFormState({
    ...labels,
    ...useCommitLabels(),
    resultado: t('draw.hold.result'),
  });
  const of = (accion: string) => (posted === accion ? form : null);
  const state = draw?.state;
  return (
    <div className="l-wrap">
      <PageHead
        title={meeting.title}
        lang={meeting.lang}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t('draw.desk.title')}
        lead={
          prepares
            ? t('draw.desk.waiting', {
                waiting: f.number(meeting.waiting),
                places: f.number(meeting.places),
              })
            : undefined
        }
      />
      <MeetingNav id={meeting.id} current="draw" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {meeting.allocation !== 'sorteo' && (
          <Notice title={t('draw.desk.not_said')}>
            {t('draw.desk.how', { how: w(`allocation.${meeting.allocation}`) })}
          </Notice>
        )}
        {meeting.allocation === 'sorteo' && why && state !== 'sorteada' && (
          <Notice title={why.text}>{why.next}</Notice>
        )}
        {prepares && duplicates > 0 && (
          <Notice kind="sun">
            <a href={`/facilitacion/talleres/${meeting.id}/repetidas`}>{t('draw.duplicates')}</a>
          </Notice>
        )}
        <DrawSteps of={of} />
        {prepares && (
          <PrepareForm
            proposed={proposed}
            choices={choices}
            form={of('preparar')}
            again={draw !== null && state !== 'imposible'}
          />
        )}
      </div>
    </div>
  );
}
