import type { Actor } from '#app/kernel/actor.ts';
import type { Verdict } from '#app/kernel/verdict.ts';
import * as city from '#app/domains/city/policy.ts';
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
import * as letters from '#app/domains/letters/policy.ts';

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
  'city/saveCity': (actor) => city.canPrepareCity(actor),
  'city/saveContact': (actor) => city.canPrepareCity(actor),
  'city/saveTexts': (actor) => city.canPrepareCity(actor),
  'city/openCity': (actor) => city.canPrepareCity(actor),
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
  'plan/bringTerritory': (actor) => plan.canRunPlan(actor),
  'plan/chooseForTerritory': (actor) => plan.canRunPlan(actor),
  'plan/dropTerritoryDraft': (actor) => plan.canRunPlan(actor),
  'plan/saveTerritory': (actor) => plan.canRunPlan(actor),
  'plan/dropTerritory': (actor) => plan.canRunPlan(actor),
  'plan/correctTerritory': (actor) => plan.canRunPlan(actor),
  'plan/loadPlanList': (actor) => plan.canRunPlan(actor),
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
  'meetings/saveProposal': meetings.canProposeMeeting,
  'meetings/acceptProposal': meetings.canCallMeeting,
  'meetings/returnProposal': meetings.canCallMeeting,
  'meetings/closeMeeting': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'registration/registerPerson': (actor) => registration.mayRegisterAt(actor, aMeeting, 'web'),
  'registration/actOnRegistration': () => registration.holdsCode,
  'registration/cancelRegistration': () => registration.canGiveUp(null, { id: 'a-registration' }),
  'registration/cancelForPerson': (actor) => registration.canSeeRoster(actor, aMeeting),
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
  'minutes/readNamedPeople': (actor) => meetings.canRunMeeting(actor, aMeeting),
  'minutes/closeAfterCheck': (actor) => meetings.canRunMeeting(actor, aMeeting),
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
  'registration/listCalls': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/readContact': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/declareLater': () => registration.holdsCode,
  'registration/correctContact': (actor) => registration.canSeeRoster(actor, aMeeting),
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
  'moderation/hideIdeaPart': (actor) => moderation.canDecide(actor, aThing),
  'moderation/readSealed': (actor) => moderation.canSettleAppeal(actor, aThing, ['another']),
  'moderation/answerAskBack': (actor) => moderation.canSpeakFor(actor, aThing),
  'moderation/fileAppeal': (actor) => moderation.canSpeakFor(actor, aThing),
  'moderation/fileReport': (actor) => moderation.canReport(actor),
  'moderation/saveReason': (actor) => moderation.canEditReasons(actor),
  'proposals/draftProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'proposals/editProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'proposals/readyProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'proposals/archivePlan': (actor) => plan.canRunPlan(actor),
  'proposals/sendProposal': (actor) => proposals.canBuildProposal(actor, 'a-commitment'),
  'circle/recordAttendance': (actor) => circle.canActAtTable(actor, aMember),
  'circle/writeNote': (actor) => circle.canActAtTable(actor, aMember),
  'circle/castVote': (actor) => circle.canActAtTable(actor, aMember),
  'circle/decideProposal': (actor) => circle.canActAtTable(actor, aMember),
  'circle/requestMeeting': (actor) => circle.canActAtTable(actor, aMember),
  'circle/answerRequest': (actor) => circle.canAnswerRequest(actor),
  'circle/seatMember': (actor) => circle.canSeatMember(actor),
  'letters/sendLetter': () => letters.mayWrite,
  'letters/completeLetter': () => letters.holdsCode,
  'letters/readLetter': (actor) => letters.canHandleLetters(actor),
  'letters/handleLetter': (actor) => letters.canHandleLetters(actor),
  'letters/listCalls': (actor) => letters.canHandleLetters(actor),
  'letters/noteCall': (actor) => letters.canHandleLetters(actor),
  'registration/takeRegistration': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/uploadList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/chooseForList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/previewList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/loadList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/dropList': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/listDuplicates': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/printRoster': (actor) => registration.canSeeRoster(actor, aMeeting),
  'registration/settleDuplicate': (actor) => registration.canSeeRoster(actor, aMeeting),
  'setup/importSetup': (actor) => city.canPrepareCity(actor),
};
