import type { Actor } from '#app/kernel/actor.ts';
import type { Verdict } from '#app/kernel/verdict.ts';
import * as accounts from '#app/domains/accounts/policy.ts';
import * as notices from '#app/domains/notices/policy.ts';
import * as declarations from '#app/domains/declarations/policy.ts';
import * as plan from '#app/domains/plan/policy.ts';
import * as ideas from '#app/domains/ideas/policy.ts';
import * as votes from '#app/domains/votes/policy.ts';
import * as workshops from '#app/domains/workshops/policy.ts';
import * as inclusion from '#app/domains/inclusion/policy.ts';
import * as moderation from '#app/domains/moderation/policy.ts';
import * as proposals from '#app/domains/proposals/policy.ts';
import * as circle from '#app/domains/circle/policy.ts';

/**
 * Who may do what: a line a command, a column a role (`nobody`: not signed in). `yes` is for a person who
 * holds just that role, without scope, has confirmed their address and is neither author nor owner of the
 * thing, which is in the state that allows it.
 *
 * Two kinds of line are the owner's. `accounts/*` (but for giving roles) and `notices/*` act on the own account
 * of whoever asks, so everybody signed in may. What is an author's alone (`ideas/addNote`, `editIdea`, `withdrawIdea`,
 * `moderation/answerAskBack`, `fileAppeal`) is `no` in every column, since no role writes or speaks for another
 * person; that the author may is in the policy tests of the slice.
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
plan/openPlan | no no no no no no no yes
plan/changePlan | no no no no no no no yes
plan/changePhase | no no no no no no no yes
plan/addCommitment | no no no no no no no yes
plan/changeCommitment | no no no no no no no yes
plan/saveInstitution | no no no no no no no yes
declarations/readOwnProfile | no yes yes yes yes yes yes yes
declarations/saveProfile | no yes yes yes yes yes yes yes
declarations/withdrawProfile | no yes yes yes yes yes yes yes
inclusion/replaceBaseline | no no no no no no no yes
ideas/draftIdea | no yes yes yes yes yes yes yes
ideas/submitIdea | no yes yes yes yes yes yes yes
ideas/editIdea | no no no no no no no no
ideas/addNote | no no no no no no no no
ideas/withdrawIdea | no no no no no no no no
ideas/publishComment | no yes yes yes yes yes yes yes
ideas/advanceDecidedIdea | no no no no no no no yes
votes/castSupport | no yes yes yes yes yes yes yes
workshops/callMeeting | no no no no no no no yes
workshops/changeMeeting | no no yes no no no no yes
workshops/publishMeeting | no no yes no no no no yes
workshops/cancelMeeting | no no yes no no no no yes
workshops/closeMeeting | no no yes no no no no yes
workshops/registerPerson | yes yes yes yes yes yes yes yes
workshops/cancelRegistration | yes yes yes yes yes yes yes yes
workshops/acceptOffer | yes yes yes yes yes yes yes yes
workshops/proveContact | yes yes yes yes yes yes yes yes
workshops/spendLink | yes yes yes yes yes yes yes yes
workshops/readPersonal | yes yes yes yes yes yes yes yes
workshops/correctPersonal | yes yes yes yes yes yes yes yes
workshops/withdrawConsent | yes yes yes yes yes yes yes yes
workshops/settleOwnDuplicate | yes yes yes yes yes yes yes yes
workshops/adoptRegistration | no yes yes yes yes yes yes yes
workshops/saveMinutes | no no yes no no no no yes
workshops/publishMinutes | no no yes no no no no yes
workshops/countFair | no no yes no no no no yes
workshops/writeTableIdea | no no yes no no no no yes
workshops/dropTableIdea | no no yes no no no no yes
workshops/addMeetingFile | no no yes no no no no yes
workshops/clearPhoto | no no yes no no no no yes
workshops/hidePhoto | no no yes no no no no yes
workshops/listPhotoCandidates | no no yes no no no no no
workshops/blurPhoto | no no yes no no no no yes
workshops/describeFile | no no yes no no no no yes
workshops/removeMeetingFile | no no yes no no no no yes
workshops/saveOrganisation | no no yes no yes no no yes
workshops/mergeOrganisations | no no yes no no no no yes
workshops/linkMention | no no yes no no no no yes
workshops/nameMention | no no yes no no no no yes
workshops/discardMention | no no yes no no no no yes
workshops/reopenMention | no no yes no no no no yes
workshops/inviteGroup | no no yes no yes no no yes
workshops/noteInvitation | no no yes no yes no no yes
workshops/saveGoal | no no yes no no no no yes
workshops/dropGoal | no no yes no no no no yes
workshops/getServicePlan | no no yes no no no no yes
workshops/answerSupport | no no yes no no no no yes
workshops/enrolDevice | no no yes no no no no no
workshops/revokeDevice | no no yes no no no no yes
workshops/receiveRecords | no no yes no no no no no
workshops/receivePhoto | no no yes no no no no no
workshops/annulWalkIn | no no yes no no no no no
workshops/readDesk | no no yes no no no no no
workshops/checkIn | no no yes no no no no no
workshops/undoCheckIn | no no yes no no no no no
inclusion/prepareDraw | no no yes no no no no yes
inclusion/startCalculation | no no yes no no no no yes
inclusion/stopCalculation | no no yes no no no no yes
inclusion/commitLottery | no no yes no no no no yes
inclusion/holdDraw | no no yes no no no no yes
inclusion/commitSecret | no no no no yes no no no
inclusion/revealSecret | no no no no yes no no no
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
proposals/draftProposal | no no no yes no no no no
proposals/editProposal | no no no yes no no no no
proposals/readyProposal | no no no yes no no no no
proposals/sendProposal | no no no yes no no no no
circle/recordAttendance | no no no no yes no no no
circle/writeNote | no no no no yes no no no
circle/castVote | no no no no yes no no no
circle/decideProposal | no no no no yes no no no
circle/requestMeeting | no no no no yes no no no
circle/answerRequest | no no yes no no no no yes
circle/seatMember | no no no no no no no yes
workshops/listDuplicates | no no yes no no no no no
workshops/printRoster | no no yes no no no no no
workshops/settleDuplicate | no no yes no no no no no
`;

/** Something of some commitment that another person wrote. */
const aThing = { commitmentId: 'a-commitment', authorId: 'another' };

/** An idea that everybody reads and another person wrote. */
const anIdea = {
  state: 'publicada' as const,
  authorId: 'another',
  commitment: { id: 'a-commitment' },
};

/** A published meeting of some commitment, not closed. */
const aMeeting = {
  id: 'a-meeting',
  state: 'publicado',
  closedAt: null,
  commitments: [{ id: 'a-commitment' }],
};

/** The same as votes see it. */
const aSupportable = {
  ideaId: 'an-idea',
  state: 'publicada',
  publishedAt: new Date(0),
  phase: null,
};

/** A seat at the table that the table of permissions speaks of. */
const aMember = { memberId: 'a-member', sector: 'civil' as const, sitsHere: true };

/** How each command asks: its policy, with the thing that the table speaks of. */
export const asks: Record<string, (actor: Actor | null) => Verdict> = {
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
  'plan/openPlan': (actor) => plan.canRunPlan(actor),
  'plan/changePlan': (actor) => plan.canChangePlan(actor, { state: 'active' }),
  'plan/changePhase': (actor) => plan.canChangePlan(actor, { state: 'active' }),
  'plan/addCommitment': (actor) => plan.canChangePlan(actor, { state: 'active' }),
  'plan/changeCommitment': (actor) => plan.canChangePlan(actor, { state: 'active' }),
  'plan/saveInstitution': (actor) => plan.canRunPlan(actor),
  'declarations/readOwnProfile': (actor) => declarations.canDeclareSelf(actor),
  'declarations/saveProfile': (actor) => declarations.canDeclareSelf(actor),
  'declarations/withdrawProfile': (actor) => declarations.canDeclareSelf(actor),
  'inclusion/replaceBaseline': (actor) => plan.canRunPlan(actor),
  'ideas/draftIdea': (actor) => ideas.canWriteIdea(actor),
  'ideas/submitIdea': (actor) => ideas.canWriteIdea(actor),
  'ideas/editIdea': (actor) => ideas.canChangeIdea(actor, anIdea),
  'ideas/addNote': (actor) => ideas.canChangeIdea(actor, anIdea),
  'ideas/withdrawIdea': (actor) => ideas.canChangeIdea(actor, anIdea),
  'ideas/publishComment': (actor) => ideas.canComment(actor, anIdea),
  'ideas/advanceDecidedIdea': (actor) => ideas.canAdvance(actor),
  'votes/castSupport': (actor) => votes.canSupport(actor, aSupportable),
  'workshops/callMeeting': (actor) => workshops.canCallMeeting(actor),
  'workshops/changeMeeting': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/publishMeeting': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/cancelMeeting': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/closeMeeting': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/registerPerson': (actor) => workshops.mayRegisterAt(actor, aMeeting, 'web'),
  'workshops/cancelRegistration': () => workshops.holdsCode,
  'workshops/acceptOffer': () => workshops.holdsCode,
  'workshops/proveContact': () => workshops.holdsCode,
  'workshops/spendLink': () => workshops.holdsCode,
  'workshops/readPersonal': () => workshops.holdsCode,
  'workshops/correctPersonal': () => workshops.holdsCode,
  'workshops/withdrawConsent': () => workshops.holdsCode,
  'workshops/settleOwnDuplicate': () => workshops.holdsCode,
  'workshops/adoptRegistration': (actor) => accounts.canUseAccount(actor),
  'workshops/saveMinutes': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/publishMinutes': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/countFair': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/writeTableIdea': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/dropTableIdea': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/addMeetingFile': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/clearPhoto': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/hidePhoto': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/listPhotoCandidates': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/blurPhoto': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/describeFile': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/removeMeetingFile': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/saveOrganisation': (actor) => workshops.canAddOrganisation(actor),
  'workshops/mergeOrganisations': (actor) => workshops.canMendOrganisations(actor),
  'workshops/linkMention': (actor) => workshops.canMendOrganisations(actor),
  'workshops/nameMention': (actor) => workshops.canMendOrganisations(actor),
  'workshops/discardMention': (actor) => workshops.canMendOrganisations(actor),
  'workshops/reopenMention': (actor) => workshops.canMendOrganisations(actor),
  'workshops/inviteGroup': (actor) => workshops.canInvite(actor, aMeeting),
  'workshops/noteInvitation': (actor) => workshops.canInvite(actor, aMeeting),
  'workshops/saveGoal': (actor) => workshops.canSetGoals(actor, aMeeting),
  'workshops/dropGoal': (actor) => workshops.canSetGoals(actor, aMeeting),
  'workshops/getServicePlan': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/answerSupport': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/enrolDevice': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/revokeDevice': (actor) => workshops.canRunMeeting(actor, aMeeting),
  'workshops/receiveRecords': (actor) => workshops.canSendRecords(actor, aMeeting),
  'workshops/receivePhoto': (actor) => workshops.canSendRecords(actor, aMeeting),
  'workshops/annulWalkIn': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/readDesk': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/checkIn': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/undoCheckIn': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'inclusion/prepareDraw': (actor) => inclusion.canRunDraw(actor, aMeeting),
  'inclusion/startCalculation': (actor) => inclusion.canRunDraw(actor, aMeeting),
  'inclusion/stopCalculation': (actor) => inclusion.canRunDraw(actor, aMeeting),
  'inclusion/commitLottery': (actor) => inclusion.canRunDraw(actor, aMeeting),
  'inclusion/holdDraw': (actor) => inclusion.canRunDraw(actor, aMeeting),
  'inclusion/commitSecret': (actor) => inclusion.canAddSecret(actor),
  'inclusion/revealSecret': (actor) => inclusion.canAddSecret(actor),
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
  'proposals/draftProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'proposals/editProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'proposals/readyProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'proposals/sendProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'circle/recordAttendance': (actor) => circle.canActAtTable(actor, aMember),
  'circle/writeNote': (actor) => circle.canActAtTable(actor, aMember),
  'circle/castVote': (actor) => circle.canActAtTable(actor, aMember),
  'circle/decideProposal': (actor) => circle.canActAtTable(actor, aMember),
  'circle/requestMeeting': (actor) => circle.canActAtTable(actor, aMember),
  'circle/answerRequest': (actor) => circle.canAnswerRequest(actor),
  'circle/seatMember': (actor) => circle.canSeatMember(actor),
  'workshops/listDuplicates': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/printRoster': (actor) => workshops.canSeeRoster(actor, aMeeting),
  'workshops/settleDuplicate': (actor) => workshops.canSeeRoster(actor, aMeeting),
};
