import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { findMetGoals } from '#app/domains/figures/get-reach.server.ts';
import { sumInvitations } from '#app/domains/groups/rules.ts';
import {
  CallAct,
  GoalDrop,
  GoalForm,
  InvitationForm,
  InvitationNote,
  OrganisationForm,
} from '#app/domains/groups/schema.ts';
import { getCall } from '#app/domains/groups/get-call.server.ts';
import { inviteGroup, noteInvitation } from '#app/domains/groups/invite-group.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { dropGoal, saveGoal } from '#app/domains/groups/save-goal.server.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import { AskList, InvitationList, InviteFields } from '#app/domains/groups/ui/call-parts.tsx';
import { GoalFields, GoalList, useGoalLabels } from '#app/domains/groups/ui/goal-fields.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import {
  OrganisationFields,
  useOrganisationLabels,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
  const { db, locale } = visit;
  const [
    { meeting, runs, organisations, invitations, asks, goals },
    options,
    localities,
    goalChoices,
  ] = await Promise.all([
    getCall(db, actor, params['id'], await findMetGoals(db, params['id'])),
    recallOptions(db, locale),
    listLocalities(db),
    recallGoalValues(db, locale),
  ]);
  const invited = new Set(invitations.map((invitation) => invitation.organisation.id));
  return {
    title: `${visit.t('meetings')('prepare.nav.call')} · ${meeting.title}`,
    id: meeting.id,
    name: meeting.title,
    lang: meeting.lang,
    runs,
    begun: meeting.startsAt <= now(),
    open: meeting.state !== 'cancelado' && meeting.endsAt > now(),
    changes: runs && meeting.state !== 'cancelado' && !meeting.closedAt,
    free: organisations.filter((organisation) => !invited.has(organisation.id)),
    invitations,
    asks,
    goals,
    sums: sumInvitations(invitations),
    chosen: url.searchParams.get('organizacion') ?? '',
    goalChoices,
    choices: {
      kinds: options.organizacion_tipo
        .filter((kind) => kind.code !== declined)
        .map(({ code, label }) => ({ code, label })),
      localities: localities.map(({ code, name }) => ({ code, name })),
    },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
    const id = params['id'] ?? '';
    const here = `/facilitacion/talleres/${id}/convocar`;
    const { accion } = parseForm(form, CallAct);
    if (accion === 'grupo') {
      const group = await saveOrganisation(actor, parseForm(form, OrganisationForm));
      return redirectTo(`${here}?organizacion=${group.id}`, { notice: 'group_saved' });
    }
    if (accion === 'invitar') await inviteGroup(actor, id, parseForm(form, InvitationForm));
    else if (accion === 'anotar') await noteInvitation(actor, id, parseForm(form, InvitationNote));
    else if (accion === 'meta') await saveGoal(actor, id, parseForm(form, GoalForm));
    else await dropGoal(actor, id, parseForm(form, GoalDrop).id);
    return redirectTo(here, {
      notice: {
        invitar: 'group_invited',
        anotar: 'group_noted',
        meta: 'goal_saved',
        quitar_meta: 'goal_dropped',
      }[accion],
    });
  },
  { form: true },
);

export default function CallPeople() {
  const {
    id,
    name,
    lang,
    runs,
    begun,
    open,
    changes,
    free,
    invitations,
    asks,
    goals,
    sums,
    chosen,
    choices,
    goalChoices,
  } = useLoaderData<typeof loader>();
  const posted = (
    useActionData() as { values?: { accion?: string; organizacion?: string } } | undefined
  )?.values;
  const t = useT('groups');
  const ofMeetings = useT('meetings');
  const c = useT('circle');
  const form = useFormState({
    ...useOrganisationLabels(),
    ...useGoalLabels(),
    organizacion: t('call.invite.group'),
    canal: t('call.invite.channel'),
    respuesta: t('call.answer'),
    anunciadas: t('call.announced.label'),
    vinieron: t('call.came.label'),
  });
  const of = (accion: string) => (posted?.accion === accion ? form : null);
  return (
    <div className="l-wrap">
      <PageHead
        title={name}
        lang={lang}
        crumbs={[
          runs
            ? { href: '/facilitacion', label: ofMeetings('desk.title') }
            : { href: '/circulo/mesa', label: c('desk.title') },
        ]}
        current={ofMeetings('prepare.nav.call')}
        lead={t('call.lead')}
      />
      {runs && <MeetingNav id={id} current="call" />}
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {open && (
          <section className="l-stack l-stack--tight" aria-labelledby="siguiente">
            <h2 id="siguiente">{t('call.ask.title')}</h2>
            {asks.length > 0 ? (
              <AskList
                asks={asks}
                kinds={choices.kinds}
                goals={goalChoices}
                to={`/facilitacion/talleres/${id}/convocar`}
              />
            ) : (
              <p>
                {t(free.length > 0 || invitations.length > 0 ? 'call.ask.done' : 'call.ask.empty')}
              </p>
            )}
          </section>
        )}
        {open && (
          <section className="l-stack l-stack--tight" id="invitar" aria-labelledby="invitar-t">
            <h2 id="invitar-t">{t('call.invite.title')}</h2>
            <InviteFields
              organisations={free}
              kinds={choices.kinds}
              chosen={chosen}
              form={of('invitar')}
            />
            <Fold summary={t('call.group.new')} open={of('grupo') !== null}>
              <OrganisationFields choices={choices} form={of('grupo')} suffix="nuevo" />
            </Fold>
          </section>
        )}
        <section className="l-stack l-stack--tight" aria-labelledby="invitados">
          <h2 id="invitados">{t('call.invited', { count: sums.invited })}</h2>
          <p>{t('call.sums', sums)}</p>
          <InvitationList
            invitations={invitations}
            kinds={choices.kinds}
            posted={posted?.accion === 'anotar' ? posted.organizacion : undefined}
            form={form}
            begun={begun}
          />
        </section>
        <section className="l-stack l-stack--tight" id="metas" aria-labelledby="metas-t">
          <h2 id="metas-t">{t('goal.title')}</h2>
          <p>
            {t(
              goals.own.length > 0 ? 'goal.own' : goals.plan.length > 0 ? 'goal.plan' : 'goal.none',
            )}
          </p>
          <GoalList
            goals={goals.inForce}
            choices={goalChoices}
            editable={changes && goals.own.length > 0}
          />
          {changes && (
            <Fold summary={t('goal.add')} open={of('meta') !== null}>
              <GoalFields choices={goalChoices} form={of('meta')} />
            </Fold>
          )}
        </section>
        {runs && (
          <p>
            <a className="more" href="/facilitacion/grupos">
              {t('call.catalogue.link')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
