import { useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getAppealCase, listAppealCases } from '#app/domains/moderation/get-appeal-case.server.ts';
import { getDesk } from '#app/domains/moderation/get-queue.server.ts';
import { readSealed } from '#app/domains/moderation/read-sealed.server.ts';
import { readScopes } from '#app/domains/moderation/policy.ts';
import { AppealDecisionForm } from '#app/domains/moderation/schema.ts';
import { settleAppeal } from '#app/domains/moderation/settle-appeal.server.ts';
import { AppealDecision, AppealPanel } from '#app/domains/moderation/ui/appeal-case.tsx';
import { AppealList } from '#app/domains/moderation/ui/case-list.tsx';
import { DeskBar, DeskTabs } from '#app/domains/moderation/ui/desk-bar.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { desk: true };
export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const actor = visit.requireRole('moderacion', 'coordinacion');
  const at = now();
  const cases = await listAppealCases(db, actor, at);
  const current = url.searchParams.get('caso') ?? cases[0]?.id ?? null;
  const one = current === null ? null : await getAppealCase(db, actor, current, locale, at);
  // Asked for by a button of the page, which says that the reading is written down.
  const opens = url.searchParams.get('original') === 'si' && one?.canSettle === true;
  return {
    title: visit.t('moderation')('appeals.title'),
    desk: await getDesk(db, actor, locale, at),
    everything: readScopes(actor) === 'all',
    decides: hasRole(actor, 'moderacion'),
    cases,
    current,
    one: one && {
      body: one.appeal.body,
      createdAt: one.appeal.createdAt,
      clock: one.clock,
      canSettle: one.canSettle,
      tookPart: one.tookPart,
      settled: one.appeal.outcome !== null,
      subject: {
        kind: one.subject.kind,
        ideaId: one.subject.ideaId,
        title: one.subject.title,
        text: one.subject.text,
        lang: one.subject.lang,
        reason: one.subject.reason,
        sealed: one.subject.sealed,
      },
      original: opens && current && one.subject.sealed ? await readSealed(actor, current) : null,
      decision: one.decision && {
        decision: one.decision.decision,
        reason: one.decision.reason,
        explanation: one.decision.explanation,
        moderator: one.decision.moderator,
        decidedAt: one.decision.decidedAt,
      },
    },
  };
});

export const action = act(
  async ({ visit, form, url }) => {
    const actor = visit.requireRole('moderacion', 'coordinacion');
    await settleAppeal(
      actor,
      url.searchParams.get('caso') ?? '',
      parseForm(form, AppealDecisionForm),
    );
    return redirectTo('/moderacion/apelaciones', { notice: 'appeal_settled' });
  },
  { form: true },
);

/** Appeals: another moderator reads what the author says and what was decided, and answers. */
export default function Appeals() {
  const { desk, everything, decides, cases, current, one } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({
    decision: t('appeals.decide'),
    explicacion: t('appeals.explanation'),
  });
  return (
    <>
      <DeskBar desk={desk} everything={everything} reads={!decides} />
      <div className="l-desk">
        <section aria-labelledby="cola" className="l-stack l-stack--tight">
          <h2 id="cola">{t('appeals.title')}</h2>
          <DeskTabs desk={desk} place={{ view: 'nuevas' }} current="appeals" />
          <AppealList cases={cases} current={current} />
        </section>
        <section aria-labelledby="pieza" className="l-stack">
          <h2 id="pieza" className={one ? 'desk__title u-break' : 'u-sr'} lang={one?.subject.lang}>
            {one ? one.subject.title : t('appeals.heading')}
          </h2>
          {one ? (
            <AppealPanel one={one} current={current ?? ''} />
          ) : (
            <EmptyState
              level="h3"
              title={t('appeals.empty.title')}
              text={t('appeals.empty.text')}
            />
          )}
        </section>
        {one && current && (
          <section aria-labelledby="decide" className="l-stack l-stack--tight">
            <h2 id="decide">{t('appeals.decide')}</h2>
            <FormMessages form={form} />
            <AppealDecision one={one} current={current} form={form} />
          </section>
        )}
      </div>
    </>
  );
}
