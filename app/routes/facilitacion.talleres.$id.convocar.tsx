import { useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { sumInvitations } from '#app/domains/groups/rules.ts';
import {
  CallAct,
  GoalDrop,
  GoalForm,
  InvitationForm,
  InvitationNote,
} from '#app/domains/groups/schema.ts';
import { getCall, type Call } from '#app/domains/groups/get-call.server.ts';
import { inviteGroup, noteInvitation } from '#app/domains/groups/invite-group.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { listOrganisationChoices } from '#app/domains/groups/list-organisation-choices.server.ts';
import { dropGoal, saveGoal } from '#app/domains/groups/save-goal.server.ts';
import { readOrganisation } from '#app/domains/groups/read-organisation.server.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import { getAims } from '#app/domains/figures/get-aims.server.ts';
import { AimsView } from '#app/domains/figures/ui/aims-view.tsx';
import { CallGoals } from '#app/domains/groups/ui/call-goals.tsx';
import { CallNext, Invited, useCallLabels } from '#app/domains/groups/ui/call-sections.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
  const { db, locale } = visit;
  const [call, choices, goalChoices] = await Promise.all([
    getCall(db, actor, params['id']),
    listOrganisationChoices(db, locale),
    recallGoalValues(db, locale),
  ]);
  const { meeting, runs, organisations, invitations, asks, goals } = call;
  const invited = new Set(invitations.map((invitation) => invitation.organisation.id));
  return {
    title: `${visit.t('common')('nav.meeting.call')} · ${meeting.title}`,
    id: meeting.id,
    name: meeting.title,
    lang: meeting.lang,
    runs,
    begun: meeting.startsAt <= now(),
    open: meeting.state !== 'cancelado' && meeting.endsAt > now(),
    aims: await aimsOf(visit, actor, call),
    changes: runs && meeting.state !== 'cancelado' && !meeting.closedAt,
    free: organisations.filter((organisation) => !invited.has(organisation.id)),
    invitations,
    asks,
    goals,
    sums: sumInvitations(invitations),
    chosen: url.searchParams.get('organizacion') ?? '',
    goalChoices,
    choices,
  };
});

/** Whom the meeting aims at, for who runs it, while there is time to invite. */
async function aimsOf({ db }: Visit, actor: Actor, call: Call) {
  const { meeting, runs } = call;
  const isInviting =
    runs && meeting.kind !== 'feria' && meeting.state === 'publicado' && meeting.startsAt > now();
  return isInviting ? await getAims(db, actor, call) : null;
}

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
    const id = params['id'] ?? '';
    const here = `/facilitacion/talleres/${id}/convocar`;
    const { act: what } = parseForm(form, CallAct);
    if (what === 'grupo') {
      const group = await saveOrganisation(actor, readOrganisation(form, visit.locale));
      return redirectTo(`${here}?organizacion=${group.id}`, { notice: 'group_saved' });
    }
    if (what === 'invitar') await inviteGroup(actor, id, parseForm(form, InvitationForm));
    else if (what === 'anotar') await noteInvitation(actor, id, parseForm(form, InvitationNote));
    else if (what === 'meta') await saveGoal(actor, id, parseForm(form, GoalForm));
    else await dropGoal(actor, id, parseForm(form, GoalDrop).id);
    return redirectTo(here, {
      notice: {
        invitar: 'group_invited',
        anotar: 'group_noted',
        meta: 'goal_saved',
        quitar_meta: 'goal_dropped',
      }[what],
    });
  },
  { form: true },
);

export default function CallPeople() {
  const loaded = useLoaderData<typeof loader>();
  const { id, name, lang, runs, open, changes, aims, goals, goalChoices } = loaded;
  const t = useT('groups');
  const ofSite = useT('common');
  const c = useT('circle');
  const form = useFormState(useCallLabels());
  return (
    <div className="l-wrap">
      <PageHead
        title={name}
        lang={lang}
        crumbs={[
          runs
            ? { href: '/facilitacion', label: ofSite('nav.meetings') }
            : { href: '/circulo/mesa', label: c('desk.title') },
        ]}
        current={ofSite('nav.meeting.call')}
        lead={t('call.lead')}
      />
      {runs && <MeetingNav id={id} current="call" />}
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {aims && <AimsView aims={aims} choices={goalChoices} />}
        {open && <CallNext {...loaded} form={form} />}
        <Invited {...loaded} form={form} />
        <CallGoals goals={goals} choices={goalChoices} changes={changes} form={form} />
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
