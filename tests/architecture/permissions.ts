import type { Actor } from '#app/kernel/actor.ts';
import type { Verdict } from '#app/kernel/verdict.ts';
import * as accounts from '#app/domains/accounts/policy.ts';
import * as notices from '#app/domains/notices/policy.ts';
import * as declarations from '#app/domains/declarations/policy.ts';
import * as plan from '#app/domains/plan/policy.ts';
import * as ideas from '#app/domains/ideas/policy.ts';
import * as votes from '#app/domains/votes/policy.ts';
import * as meetings from '#app/domains/meetings/policy.ts';
import * as groups from '#app/domains/groups/policy.ts';
import * as registration from '#app/domains/registration/policy.ts';
import * as door from '#app/domains/door/policy.ts';
import * as draw from '#app/domains/draw/policy.ts';
import * as moderation from '#app/domains/moderation/policy.ts';
import * as proposals from '#app/domains/proposals/policy.ts';
import * as circle from '#app/domains/circle/policy.ts';

/**
 * Who may do what: a line a command, a column a role (`nobody`: not signed in). `yes` is for a
 * person who holds just that role, without scope, has confirmed their address and is neither author
 * nor owner of the thing, which is in the state that allows it.
 *
 * Two kinds of line are the owner's. `accounts/*` (but for giving roles) and `notices/*` act on the
 * own account of whoever asks, so everybody signed in may. What is an author's alone
 * (`ideas/addNote`, `editIdea`, `withdrawIdea`, `moderation/answerAskBack`, `fileAppeal`) is `no`
 * in every column, since no role writes or speaks for another person; that the author may is in the
 * policy tests of the slice.
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
figures/replaceBaseline | no no no no no no no yes
ideas/draftIdea | no yes yes yes yes yes yes yes
ideas/submitIdea | no yes yes yes yes yes yes yes
ideas/editIdea | no no no no no no no no
ideas/addNote | no no no no no no no no
ideas/withdrawIdea | no no no no no no no no
ideas/publishComment | no yes yes yes yes yes yes yes
ideas/hideOwnData | no no no no no no no no
ideas/advanceDecidedIdea | no no no no no no no yes
votes/castSupport | no yes yes yes yes yes yes yes
meetings/callMeeting | no no no no no no no yes
meetings/changeMeeting | no no yes no no no no yes
meetings/publishMeeting | no no yes no no no no yes
meetings/cancelMeeting | no no yes no no no no yes
meetings/closeMeeting | no no yes no no no no yes
registration/actOnRegistration | yes yes yes yes yes yes yes yes
registration/registerPerson | yes yes yes yes yes yes yes yes
registration/cancelRegistration | yes yes yes yes yes yes yes yes
registration/acceptOffer | yes yes yes yes yes yes yes yes
registration/proveWord | yes yes yes yes yes yes yes yes
registration/spendLink | yes yes yes yes yes yes yes yes
registration/readPersonal | yes yes yes yes yes yes yes yes
registration/correctPersonal | yes yes yes yes yes yes yes yes
registration/withdrawConsent | yes yes yes yes yes yes yes yes
registration/settleOwnDuplicate | yes yes yes yes yes yes yes yes
registration/adoptRegistration | no yes yes yes yes yes yes yes
minutes/saveMinutes | no no yes no no no no yes
minutes/publishMinutes | no no yes no no no no yes
minutes/countFair | no no yes no no no no yes
minutes/writeTableIdea | no no yes no no no no yes
minutes/dropTableIdea | no no yes no no no no yes
minutes/addMeetingFile | no no yes no no no no yes
minutes/clearPhoto | no no yes no no no no yes
minutes/hidePhoto | no no yes no no no no yes
minutes/listPhotoCandidates | no no yes no no no no no
minutes/blurPhoto | no no yes no no no no yes
minutes/describeFile | no no yes no no no no yes
minutes/removeMeetingFile | no no yes no no no no yes
groups/saveOrganisation | no no yes no yes no no yes
groups/mergeOrganisations | no no yes no no no no yes
groups/linkMention | no no yes no no no no yes
groups/nameMention | no no yes no no no no yes
groups/discardMention | no no yes no no no no yes
groups/reopenMention | no no yes no no no no yes
groups/inviteGroup | no no yes no yes no no yes
groups/noteInvitation | no no yes no yes no no yes
groups/saveGoal | no no yes no no no no yes
groups/dropGoal | no no yes no no no no yes
registration/getMeetingNeeds | no no yes no no no no yes
registration/answerNeed | no no yes no no no no yes
registration/noteCall | no no yes no no no no no
door/enrolDevice | no no yes no no no no no
door/revokeDevice | no no yes no no no no yes
door/receiveRecords | no no yes no no no no no
minutes/receivePhoto | no no yes no no no no no
door/annulWalkIn | no no yes no no no no no
door/getDoorList | no no yes no no no no no
door/checkIn | no no yes no no no no no
door/undoCheckIn | no no yes no no no no no
draw/prepareDraw | no no yes no no no no yes
draw/startCalculation | no no yes no no no no yes
draw/stopCalculation | no no yes no no no no yes
draw/commitLottery | no no yes no no no no yes
draw/holdDraw | no no yes no no no no yes
draw/commitSecret | no no no no yes no no no
draw/revealSecret | no no no no yes no no no
moderation/claimIdea | no no no yes no no no no
moderation/releaseIdea | no no no yes no no no no
moderation/decideIdea | no no no yes no no no no
moderation/decideMany | no no no yes no no no no
moderation/decideComment | no no no yes no no no no
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
registration/uploadList | no no yes no no no no no
registration/chooseForList | no no yes no no no no no
registration/previewList | no no yes no no no no no
registration/loadList | no no yes no no no no no
registration/dropList | no no yes no no no no no
registration/listDuplicates | no no yes no no no no no
registration/printRoster | no no yes no no no no no
registration/settleDuplicate | no no yes no no no no no
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
  'figures/replaceBaseline': (actor) => plan.canRunPlan(actor),
  'ideas/draftIdea': (actor) => ideas.canWriteIdea(actor),
  'ideas/submitIdea': (actor) => ideas.canWriteIdea(actor),
  'ideas/editIdea': (actor) => ideas.canChangeIdea(actor, anIdea),
  'ideas/addNote': (actor) => ideas.canChangeIdea(actor, anIdea),
  'ideas/withdrawIdea': (actor) => ideas.canChangeIdea(actor, anIdea),
  'ideas/hideOwnData': (actor) => ideas.canChangeComment(actor, anIdea),
  'ideas/publishComment': (actor) => ideas.canComment(actor, anIdea),
  'ideas/advanceDecidedIdea': (actor) => ideas.canAdvance(actor),
  'votes/castSupport': (actor) => votes.canSupport(actor, aSupportable),
  'meetings/callMeeting': (actor) => meetings.canCallMeeting(actor),
  'meetings/changeMeeting': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'meetings/publishMeeting': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'meetings/cancelMeeting': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'meetings/closeMeeting': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'registration/registerPerson': (actor) => registration.mayRegisterAt(actor, aMeeting, 'web'),
  'registration/actOnRegistration': () => registration.holdsCode,
  'registration/cancelRegistration': () => registration.holdsCode,
  'registration/acceptOffer': () => registration.holdsCode,
  'registration/proveWord': () => registration.holdsCode,
  'registration/spendLink': () => registration.holdsCode,
  'registration/readPersonal': () => registration.holdsCode,
  'registration/correctPersonal': () => registration.holdsCode,
  'registration/withdrawConsent': () => registration.holdsCode,
  'registration/settleOwnDuplicate': () => registration.holdsCode,
  'registration/adoptRegistration': (actor) => accounts.canUseAccount(actor),
  'minutes/saveMinutes': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/publishMinutes': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/countFair': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/writeTableIdea': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/dropTableIdea': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/addMeetingFile': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/clearPhoto': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/hidePhoto': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/listPhotoCandidates': (actor) => registration.canSeeRoster(actor, aMeeting),
  'minutes/blurPhoto': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/describeFile': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/removeMeetingFile': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'groups/saveOrganisation': (actor) => groups.canAddOrganisation(actor),
  'groups/mergeOrganisations': (actor) => groups.canMendOrganisations(actor),
  'groups/linkMention': (actor) => groups.canMendOrganisations(actor),
  'groups/nameMention': (actor) => groups.canMendOrganisations(actor),
  'groups/discardMention': (actor) => groups.canMendOrganisations(actor),
  'groups/reopenMention': (actor) => groups.canMendOrganisations(actor),
  'groups/inviteGroup': (actor) => groups.canInvite(actor, aMeeting),
  'groups/noteInvitation': (actor) => groups.canInvite(actor, aMeeting),
  'groups/saveGoal': (actor) => groups.canSetGoals(actor, aMeeting),
  'groups/dropGoal': (actor) => groups.canSetGoals(actor, aMeeting),
  'registration/getMeetingNeeds': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'registration/answerNeed': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'registration/noteCall': (actor) => registration.canSeeRoster(actor, aMeeting),
  'door/enrolDevice': (actor) => registration.canSeeRoster(actor, aMeeting),
  'door/revokeDevice': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'door/receiveRecords': (actor) => door.canSendRecords(actor, aMeeting),
  'minutes/receivePhoto': (actor) => door.canSendRecords(actor, aMeeting),
  'door/annulWalkIn': (actor) => registration.canSeeRoster(actor, aMeeting),
  'door/getDoorList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'door/checkIn': (actor) => registration.canSeeRoster(actor, aMeeting),
  'door/undoCheckIn': (actor) => registration.canSeeRoster(actor, aMeeting),
  'draw/prepareDraw': (actor) => draw.canRunDraw(actor, aMeeting),
  'draw/startCalculation': (actor) => draw.canRunDraw(actor, aMeeting),
  'draw/stopCalculation': (actor) => draw.canRunDraw(actor, aMeeting),
  'draw/commitLottery': (actor) => draw.canRunDraw(actor, aMeeting),
  'draw/holdDraw': (actor) => draw.canRunDraw(actor, aMeeting),
  'draw/commitSecret': (actor) => draw.canAddSecret(actor),
  'draw/revealSecret': (actor) => draw.canAddSecret(actor),
  'moderation/claimIdea': (actor) => moderation.canDecide(actor, aThing),
  'moderation/releaseIdea': (actor) => moderation.canDecide(actor, aThing),
  'moderation/decideIdea': (actor) => moderation.canDecide(actor, aThing),
  'moderation/decideComment': (actor) => moderation.canDecide(actor, aThing),
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
  'registration/uploadList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/chooseForList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/previewList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/loadList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/dropList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/listDuplicates': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/printRoster': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/settleDuplicate': (actor) => registration.canSeeRoster(actor, aMeeting),
};
