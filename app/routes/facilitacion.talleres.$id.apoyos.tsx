import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { answerNeed } from '#app/domains/registration/answer-need.server.ts';
import { answerStates } from '#app/domains/registration/need.rules.ts';
import { NeedAnswer } from '#app/domains/registration/schema.ts';
import { getMeetingNeeds } from '#app/domains/registration/get-meeting-needs.server.ts';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { NeedCounts } from '#app/domains/registration/ui/need-counts.tsx';
import { NeedSection } from '#app/domains/registration/ui/need-parts.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const [{ meeting, asked, counts, names }, options] = await Promise.all([
    getMeetingNeeds(actor, params['id']),
    recallOptions(visit.db, visit.locale),
  ]);
  const needs = options.apoyo.filter((option) =>
    counts.some((count) => count.need === option.code),
  );
  return {
    title: `${visit.t('common')('nav.meeting.needs')} · ${meeting.title}`,
    id: meeting.id,
    name: meeting.title,
    lang: meeting.lang,
    closed: meeting.closedAt !== null,
    cancelled: meeting.state === 'cancelado',
    needs: needs.map(({ code, label }) => ({ code, label })),
    asked,
    counts,
    names,
    // What was given can only be said once the meeting began.
    states: answerStates.filter((state) => state !== 'dado' || meeting.startsAt <= now()),
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    await answerNeed(actor, params['id'], parseForm(form, NeedAnswer));
    return redirectTo(`/facilitacion/talleres/${params['id']}/apoyos`, {
      notice: 'need_answered',
    });
  },
  { form: true },
);

export default function MeetingNeeds() {
  const { id, name, lang, closed, cancelled, needs, asked, counts, names, states } =
    useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofSite = useT('common');
  const form = useFormState({ estado: t('needs.answer.state'), respuesta: t('needs.answer.text') });
  const posted = form.posted
    ? { apoyo: form.value('apoyo'), inscripcion: form.value('inscripcion') }
    : undefined;
  const waiting = counts
    .filter((count) => count.state === 'pedido')
    .reduce((sum, count) => sum + count.n, 0);
  const isFor = (code: string) => (request: { need: string }) => request.need === code;
  const waitingFor = (code: string) =>
    counts.find((count) => count.need === code && count.state === 'pedido')?.n ?? 0;
  const lead = waiting > 0 ? t('needs.waiting', { count: waiting }) : t('needs.fine');
  return (
    <div className="l-wrap">
      <PageHead
        title={name}
        lang={lang}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={ofSite('nav.meeting.needs')}
        lead={needs.length === 0 ? undefined : lead}
      />
      <MeetingNav id={id} current="needs" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {needs.length === 0 && (
          <EmptyState title={t('needs.none.title')} text={t('needs.none.text')} />
        )}
        {needs.length > 0 && <NeedCounts needs={needs} counts={counts} />}
        {closed && needs.length > 0 && <Notice>{t('needs.closed')}</Notice>}
        {!closed && needs.length > 0 && !names && (
          <Notice icon="lock">{t('needs.no_names')}</Notice>
        )}
        {!cancelled &&
          needs
            .map((need) => ({ ...need, open: waitingFor(need.code) }))
            .filter((need) => (names ? asked.some(isFor(need.code)) : !closed && need.open > 0))
            .map((need) => (
              <NeedSection
                key={need.code}
                need={need.code}
                label={need.label}
                asked={asked.filter(isFor(need.code))}
                open={need.open}
                states={states}
                posted={posted}
                form={form}
              />
            ))}
      </div>
    </div>
  );
}
