import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import {
  countLetters,
  listCalls,
  listDesk,
  type LetterCounts,
} from '#app/domains/letters/list-letters.server.ts';
import { noteCall } from '#app/domains/letters/note-call.server.ts';
import { CallForm } from '#app/domains/letters/schema.ts';
import { LetterCall } from '#app/domains/letters/ui/letter-call.tsx';
import { deskViews, DeskTabs, LetterTable } from '#app/domains/letters/ui/letter-desk.tsx';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const actor = visit.requireRole('coordinacion');
  const view = deskViews.find((one) => one === url.searchParams.get('vista')) ?? 'abiertas';
  return {
    title: visit.t('letters')('desk.title'),
    now: now(),
    view,
    counts: await countLetters(visit.db),
    calls: view === 'llamadas' ? await listCalls(actor) : [],
    lines: view === 'llamadas' ? [] : await listDesk(visit.db, actor, view),
  };
});

export const action = act(
  async ({ visit, form }) => {
    await noteCall(visit.requireRole('coordinacion'), parseForm(form, CallForm));
    return redirectTo('/coordinacion/solicitudes?vista=llamadas', { notice: 'call_noted' });
  },
  { form: true },
);

function Heading({ counts }: { counts: LetterCounts }) {
  const t = useT('letters');
  if (counts.late > 0) return <>{t('desk.heading.late', { count: counts.late })}</>;
  return (
    <>{counts.open > 0 ? t('desk.heading.open', { count: counts.open }) : t('desk.heading.none')}</>
  );
}

/** What people wrote to who runs the platform: what is late first. */
export default function Letters() {
  const { title, now, view, counts, calls, lines } = useLoaderData<typeof loader>();
  const t = useT('letters');
  const form = useFormState({ resultado: t('desk.view.llamadas') });
  return (
    <CoordinationPage
      part="solicitudes"
      title={<Heading counts={counts} />}
      current={title}
      lead={t('desk.lead')}
      form={form}
    >
      <DeskTabs view={view} counts={counts} />
      {calls.length + lines.length === 0 && (
        <EmptyState title={t(`desk.empty.${view}`)} text={t(`desk.empty.${view}.text`)} />
      )}
      {calls.length > 0 && (
        <ul className="calls" role="list">
          {calls.map((call) => (
            <LetterCall key={call.id} call={call} now={now} />
          ))}
        </ul>
      )}
      {lines.length > 0 && <LetterTable lines={lines} now={now} />}
    </CoordinationPage>
  );
}
