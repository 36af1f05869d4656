import { certain } from '#app/kernel/certain.ts';
import type { Actor } from '#app/kernel/actor.ts';
import {
  GoalForm,
  InvitationForm,
  InvitationNote,
  OrganisationForm,
} from '#app/domains/groups/schema.ts';
import { inviteGroup, noteInvitation } from '#app/domains/groups/invite-group.server.ts';
import { saveGoal } from '#app/domains/groups/save-goal.server.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import { groups, planGoals } from './content/groups.ts';

/** The catalogue of groups, and whom the plan wants to reach. */
export async function seedGroups(coordinator: Actor): Promise<string[]> {
  for (const [who, share, tolerance, source] of planGoals)
    await saveGoal(
      coordinator,
      null,
      GoalForm.parse({ a_quien: who, proporcion: share, tolerancia: tolerance, fuente: source }),
    );
  const ids: string[] = [];
  for (const [nombre, organizacion_tipo, localidad] of groups)
    ids.push(
      (
        await saveOrganisation(
          coordinator,
          OrganisationForm.parse({ nombre, organizacion_tipo, localidad }),
        )
      ).id,
    );
  return ids;
}

/** Two groups of the catalogue for each meeting, in turn. */
const invitedTo = (index: number, ids: string[]) => [
  certain(ids[(index * 2) % ids.length]),
  certain(ids[(index * 2 + 1) % ids.length]),
];

export async function inviteGroups(
  coordinator: Actor,
  meetingId: string,
  index: number,
  ids: string[],
): Promise<void> {
  for (const [nth, organizacion] of invitedTo(index, ids).entries())
    await inviteGroup(
      coordinator,
      meetingId,
      InvitationForm.parse({ organizacion, canal: nth === 0 ? 'visita' : 'mensaje' }),
    );
}

/** Of the two that were invited the first came, the second only now and then. */
export async function noteGroups(
  coordinator: Actor,
  meetingId: string,
  index: number,
  ids: string[],
): Promise<void> {
  for (const [nth, organizacion] of invitedTo(index, ids).entries()) {
    const came = nth === 0 || index % 3 === 0;
    await noteInvitation(
      coordinator,
      meetingId,
      InvitationNote.parse({
        organizacion,
        respuesta: came ? 'viene' : 'no_viene',
        anunciadas: came ? '3' : '',
        vinieron: came ? String(2 + (index % 2)) : '',
      }),
    );
  }
}
