import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { SeatForm as SeatFields } from '#app/domains/circle/schema.ts';
import { seatMember } from '#app/domains/circle/seat-member.server.ts';
import { MemberTable } from '#app/domains/circle/ui/member-table.tsx';
import { SeatForm } from '#app/domains/circle/ui/seat-form.tsx';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { db, locale } = visit;
  const [members, commitments] = await Promise.all([
    listMembers(db, locale, { all: true }),
    listCommitments(db, locale),
  ]);
  return { title: visit.t('coordination')('circle.title'), members, commitments };
});

export const action = act(
  async ({ visit, form }) => {
    await seatMember(
      visit.requireRole('coordinacion'),
      parseForm(form, SeatFields, ['comisiones']),
    );
    return redirectTo('/coordinacion/circulo', { notice: 'member_seated' });
  },
  { form: true },
);

export default function CircleDesk() {
  const { members, commitments } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const form = useFormState();
  const of = (sector: 'gobierno' | 'civil') =>
    members.filter((member) => member.sector === sector).length;
  return (
    <CoordinationPage
      part="circulo"
      title={t('circle.heading', { count: members.length })}
      current={t('circle.title')}
      lead={t('circle.lead', { government: of('gobierno'), civil: of('civil') })}
      form={form}
    >
      {members.length > 0 ? (
        <MemberTable members={members} />
      ) : (
        <EmptyState title={t('circle.none.title')} text={t('circle.none.text')} />
      )}
      <SeatForm
        commissions={commitments.map((each) => ({ value: each.slug, label: each.shortTitle }))}
        form={form}
      />
    </CoordinationPage>
  );
}
