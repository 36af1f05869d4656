import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listDuplicates } from '#app/domains/registration/list-duplicates.server.ts';
import { PairForm } from '#app/domains/registration/schema.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { DuplicatePair } from '#app/domains/registration/ui/duplicate-pair.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { meeting, pairs } = await listDuplicates(
    visit.requireRole('facilitacion', 'coordinacion'),
    params['id'],
  );
  return {
    title: `${visit.t('roster')('twice.title')} · ${meeting.title}`,
    meeting: { id: meeting.id, title: meeting.title },
    pairs,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const { id, otherId, outcome } = parseForm(form, PairForm);
    await settleDuplicate(
      visit.requireRole('facilitacion', 'coordinacion'),
      [id, otherId],
      outcome,
    );
    return redirectTo(`/facilitacion/talleres/${params['id']}/repetidas`, {
      notice: outcome === 'unidas' ? 'registrations_merged' : 'registrations_distinct',
    });
  },
  { form: true },
);

/**
 * Registrations that may be one person's: who runs the meeting says so, and nothing merges by
 * itself.
 */
export default function Duplicates() {
  const { meeting, pairs } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofSite = useT('common');
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead
        title={t('twice.heading', { count: pairs.length })}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t('twice.title')}
        lead={t('twice.lead', { title: meeting.title })}
      />
      <MeetingNav id={meeting.id} current="duplicates" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {pairs.length === 0 && (
          <EmptyState title={t('twice.none.title')} text={t('twice.none.text')} />
        )}
        {pairs.map((pair) => (
          <DuplicatePair key={`${pair.id} ${pair.otherId}`} pair={pair} />
        ))}
      </div>
    </div>
  );
}
