import type { Actor } from '#app/kernel/actor.ts';
import type { Decision } from '#app/kernel/decision.ts';
import * as accounts from '#app/domains/accounts/policy.ts';
import * as notices from '#app/domains/notices/policy.ts';
import * as moderation from '#app/domains/moderation/policy.ts';

/**
 * Who may do what: a line a command, a column a role (`nobody`: not signed in). `yes` is for a person who
 * holds just that role, without scope, and is neither author nor owner of the thing, which is in the state
 * that allows it.
 */
export const table = `
command | nobody ciudadania facilitacion moderacion circulo entidad monitoreo coordinacion
accounts/changeProfile | no yes yes yes yes yes yes yes
accounts/changeEmail | no yes yes yes yes yes yes yes
accounts/changePassword | no yes yes yes yes yes yes yes
accounts/resendVerification | no yes yes yes yes yes yes yes
accounts/closeSession | no yes yes yes yes yes yes yes
accounts/closeOtherSessions | no yes yes yes yes yes yes yes
accounts/exportOwnData | no yes yes yes yes yes yes yes
accounts/closeAccount | no yes yes yes yes yes yes yes
accounts/grantRole | no no no no no no no yes
accounts/revokeRole | no no no no no no no yes
notices/readNotices | no yes yes yes yes yes yes yes
moderation/claimIdea | no no no yes no no no no
moderation/releaseIdea | no no no yes no no no no
moderation/decideIdea | no no no yes no no no no
moderation/decideMany | no no no yes no no no no
moderation/dismissReports | no no no yes no no no no
moderation/proposeHiding | no no no yes no no no no
moderation/confirmHiding | no no no yes no no no no
moderation/dropHiding | no no no yes no no no no
moderation/settleAppeal | no no no yes no no no no
moderation/answerAskBack | no no no no no no no no
moderation/fileAppeal | no no no no no no no no
moderation/fileReport | no yes yes yes yes yes yes yes
moderation/saveReason | no no no no no no no yes
`;

/** Something of some commitment that another person wrote. */
const aThing = { commitmentId: 'a-commitment', authorId: 'another' };

/** How each command asks: its policy, with the thing that the table speaks of. */
export const asks: Record<string, (actor: Actor | null) => Decision> = {
  'accounts/changeProfile': (actor) => accounts.canUseAccount(actor),
  'accounts/changeEmail': (actor) => accounts.canUseAccount(actor),
  'accounts/changePassword': (actor) => accounts.canUseAccount(actor),
  'accounts/resendVerification': (actor) => accounts.canUseAccount(actor),
  'accounts/closeSession': (actor) => accounts.canUseAccount(actor),
  'accounts/closeOtherSessions': (actor) => accounts.canUseAccount(actor),
  'accounts/exportOwnData': (actor) => accounts.canUseAccount(actor),
  'accounts/closeAccount': (actor) => accounts.canUseAccount(actor),
  'accounts/grantRole': (actor) => accounts.canGiveRoles(actor),
  'accounts/revokeRole': (actor) => accounts.canGiveRoles(actor),
  'notices/readNotices': (actor) => notices.canReadNotices(actor),
  'moderation/claimIdea': (actor) => moderation.canDecide(actor, aThing),
  'moderation/releaseIdea': (actor) => moderation.canDecide(actor, aThing),
  'moderation/decideIdea': (actor) => moderation.canDecide(actor, aThing),
  'moderation/dismissReports': (actor) => moderation.canDecide(actor, aThing),
  'moderation/proposeHiding': (actor) => moderation.canDecide(actor, aThing),
  'moderation/dropHiding': (actor) => moderation.canDecide(actor, aThing),
  'moderation/decideMany': (actor) => moderation.canDecideMany(actor),
  'moderation/confirmHiding': (actor) => moderation.canConfirmHiding(actor, aThing, 'another'),
  'moderation/settleAppeal': (actor) => moderation.canSettleAppeal(actor, aThing, ['another']),
  'moderation/answerAskBack': (actor) => moderation.canSpeakFor(actor, aThing),
  'moderation/fileAppeal': (actor) => moderation.canSpeakFor(actor, aThing),
  'moderation/fileReport': (actor) => moderation.canReport(actor),
  'moderation/saveReason': (actor) => moderation.canEditReasons(actor),
};
