import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { instantOf } from '#app/domains/circle/rules.ts';
import { SeatForm } from '#app/domains/circle/schema.ts';
import { seatMember } from '#app/domains/circle/seat-member.server.ts';
import { sectors } from '#app/domains/circle/types.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

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
    await seatMember(visit.requireRole('coordinacion'), parseForm(form, SeatForm, ['comisiones']));
    return redirectTo('/coordinacion/circulo', { notice: 'member_seated' });
  },
  { form: true },
);

export default function CircleDesk() {
  const { members, commitments } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const f = useFormat();
  const form = useFormState();
  const day = (date: string) => f.date(instantOf(date), 'short');
  const of = (sector: 'gobierno' | 'civil') =>
    members.filter((member) => member.sector === sector).length;
  return (
    <div className="l-wrap">
      <PageHead
        title={t('circle.heading', { count: members.length })}
        crumbs={[{ href: '/coordinacion', label: t('home.title') }]}
        current={t('circle.title')}
        lead={t('circle.lead', { government: of('gobierno'), civil: of('civil') })}
      />
      <CoordinationNav current="circulo" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {members.length > 0 ? (
          <DataTable
            caption={t('circle.members')}
            columns={[
              { key: 'name', label: t('circle.name') },
              { key: 'sector', label: t('circle.sector') },
              { key: 'body', label: t('circle.organisation') },
              { key: 'seats', label: t('circle.commissions') },
              { key: 'term', label: t('circle.term') },
            ]}
            rows={members.map((member) => ({
              id: member.id,
              name: member.name ?? t('circle.left'),
              sector: t(`circle.sector.${member.sector}`),
              body: member.organisation,
              seats: member.commissions.map((each) => each.shortTitle).join(', '),
              term: member.endsOn
                ? t('circle.term.both', { from: day(member.startsOn), until: day(member.endsOn) })
                : t('circle.term.from', { from: day(member.startsOn) }),
            }))}
          />
        ) : (
          <EmptyState title={t('circle.none.title')} text={t('circle.none.text')} />
        )}
        <section aria-labelledby="sentar">
          <h2 id="sentar">{t('circle.seat')}</h2>
          <p>{t('circle.seat.text')}</p>
          <form method="post" className="l-form">
            <TextField
              name="correo"
              type="email"
              label={t('field.email')}
              hint={t('field.email.hint')}
              value={form.value('correo')}
              error={form.errors('correo')}
            />
            <RadioGroup
              name="sector"
              legend={t('circle.sector')}
              options={sectors.map((value) => ({ value, label: t(`circle.sector.${value}`) }))}
              value={form.value('sector')}
              error={form.errors('sector')}
            />
            <TextField
              name="organizacion"
              label={t('circle.organisation')}
              value={form.value('organizacion')}
              error={form.errors('organizacion')}
              maxLength={160}
            />
            <CheckboxGroup
              name="comisiones"
              legend={t('circle.commissions')}
              options={commitments.map((each) => ({ value: each.slug, label: each.shortTitle }))}
              values={form.values('comisiones')}
              error={form.errors('comisiones')}
            />
            <TextField
              name="desde"
              type="date"
              optional
              label={t('field.from')}
              hint={t('field.from.hint')}
              value={form.value('desde')}
              error={form.errors('desde')}
            />
            <TextField
              name="hasta"
              type="date"
              optional
              label={t('field.until')}
              value={form.value('hasta')}
              error={form.errors('hasta')}
            />
            <p className="l-end">
              <Button kind="go">{t('circle.seat.send')}</Button>
            </p>
          </form>
        </section>
      </div>
    </div>
  );
}
