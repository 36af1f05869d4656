import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import { mayHold, mayPrepareDraw, mayReplace } from '#app/domains/draw/rules.ts';
import { CommitForm, DrawAct, HoldForm } from '#app/domains/draw/schema.ts';
import { getDrawDesk } from '#app/domains/draw/get-draw.server.ts';
import { holdDraw } from '#app/domains/draw/hold-draw.server.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { readQuotas } from '#app/domains/draw/read-quotas.server.ts';
import { startCalculation, stopCalculation } from '#app/domains/draw/run-calculation.server.ts';
import { DrawWork } from '#app/domains/draw/ui/draw-steps.tsx';
import { useCommitLabels } from '#app/domains/draw/ui/commit-fields.tsx';
import { useQuotaLabels } from '#app/domains/draw/ui/prepare-form.tsx';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle = { script: true, ns: ['draw', 'groups'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const [{ meeting, draw, proposed, duplicates }, choices] = await Promise.all([
    getDrawDesk(db, actor, params['id']),
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
    how: visit.t('meetings')(`allocation.${meeting.allocation}`),
    draw,
    proposed,
    choices,
    now: at,
    duplicates,
    prepares: prepares.allowed && replaces.allowed,
    why: prepares.allowed
      ? null
      : sayRefusal(visit.t('errors'), prepares.error.reason, prepares.error.params),
    holds: draw !== null && mayHold(draw, meeting, at).allowed,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const id = params['id'];
    const back = (notice: string) => redirectTo(`/facilitacion/talleres/${id}/sorteo`, { notice });
    switch (parseForm(form, DrawAct).act) {
      case 'prepare':
        await prepareDraw(actor, id, readQuotas(form));
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

/** The draw of one meeting, from its quotas to its result. */
export default function DrawDesk() {
  const loaded = useLoaderData<typeof loader>();
  const { meeting, proposed, choices, prepares } = loaded;
  const t = useT('draw');
  const ofSite = useT('common');
  const f = useFormat();
  const form = useFormState({
    ...useQuotaLabels(proposed, choices),
    ...useCommitLabels(),
    resultado: t('draw.hold.result'),
  });
  const formOf = (accion: string) => (form.value('accion') === accion ? form : null);
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
        <DrawWork {...loaded} formOf={formOf} />
      </div>
    </div>
  );
}
