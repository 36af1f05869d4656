/**
 * Who may do what: a line a command, a column a role (`nobody`: not signed in). `yes` is for a
 * person who holds just that role, without scope, has confirmed their address and is neither author
 * nor owner of the thing, which is in the state that allows it.
 *
 * Two kinds of line are the owner's. `accounts/*` (but for giving roles) and `notices/*` act on the
 * own account of whoever asks, so everybody signed in may. What is an author's alone
 * (`ideas/addNote`, `editIdea`, `withdrawIdea`, `moderation/answerAskBack`, `fileAppeal`) and who
 * proved to be the person of a registration (`registration/cancelRegistration`) is `no` in every
 * column, since no role writes or speaks for another person; that they may is in the tests of the
 * slice.
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
registration/cancelRegistration | no no no no no no no no
registration/cancelForPerson | no no yes no no no no no
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
minutes/readNamedPeople | no no yes no no no no yes
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
registration/listCalls | no no yes no no no no no
registration/correctContact | no no yes no no no no no
registration/readContact | no no yes no no no no no
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
registration/takeRegistration | no no yes no no no no no
registration/uploadList | no no yes no no no no no
registration/chooseForList | no no yes no no no no no
registration/previewList | no no yes no no no no no
registration/loadList | no no yes no no no no no
registration/dropList | no no yes no no no no no
registration/listDuplicates | no no yes no no no no no
registration/printRoster | no no yes no no no no no
registration/settleDuplicate | no no yes no no no no no
letters/sendLetter | yes yes yes yes yes yes yes yes
letters/completeLetter | yes yes yes yes yes yes yes yes
letters/readLetter | no no no no no no no yes
letters/handleLetter | no no no no no no no yes
letters/listCalls | no no no no no no no yes
letters/noteCall | no no no no no no no yes
`;
