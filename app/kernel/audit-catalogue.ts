/**
 * Every action that leaves an audit row, one comment a line. `public` ones also leave a pending
 * entry of the public ledger (registro), without personal data.
 */
export const auditCatalogue = {
  'city.city-changed': { public: true }, // its name, hours, telephones, languages, or who runs it
  'city.texts-changed': { public: true }, // what the city says in its own words
  'city.city-opened': { public: true }, // shown to everybody from here on
  'accounts.person-registered': { public: false }, // somebody opened an account and accepted the data policy
  'accounts.email-verified': { public: false }, // the link of the verification mail was used
  'accounts.signed-in': { public: false }, // a session was opened
  'accounts.link-requested': { public: false }, // by mail: verify, recover, sign in, new address
  'accounts.email-changed': { public: false }, // the link sent to the new address was used
  'accounts.profile-changed': { public: false }, // name or language
  'accounts.password-changed': { public: false }, // through the recovery link or in the account page
  'accounts.sessions-closed': { public: false }, // a person closed their sessions
  'accounts.data-exported': { public: false }, // a person downloaded their own data
  'accounts.person-erased': { public: false }, // a person asked to be deleted and was
  'accounts.role-granted': { public: true }, // coordination gave a role with scope and dates
  'accounts.role-revoked': { public: true }, // coordination took a role away
  'declarations.answers-declared': { public: false }, // somebody said something of themselves; never what
  'declarations.own-answers-read': { public: false }, // the person themselves looked at it
  'declarations.answers-erased': { public: false }, // consent withdrawn, time over, account closed
  'declarations.answers-moved': { public: false }, // two registrations were one person's
  'declarations.profile-declared': { public: false }, // an account said something of itself; never what
  'declarations.profile-erased': { public: false }, // and took the permission back, or was closed
  'plan.phase-changed': { public: true }, // opening or closing time of a phase
  'plan.plan-changed': { public: true }, // the plan's own texts or settings
  'plan.commitment-changed': { public: true }, // texts of a commitment
  'plan.institution-changed': { public: true }, // an institution's name or its part in a commitment
  'plan.territory-changed': { public: true }, // localities, their names, populations or picture
  'plan.catalogue-changed': { public: true }, // a row of a dated catalogue
  'ideas.idea-submitted': { public: true }, // an author sent an idea
  'ideas.idea-published': { public: true }, // visible to everybody from here on
  'ideas.idea-edited': { public: true }, // a revision, kept
  'ideas.idea-withdrawn': { public: true }, // by its own author
  'ideas.idea-returned': { public: true }, // asked back: the clock stops
  'ideas.idea-rejected': { public: true }, // with reason
  'ideas.idea-rerouted': { public: true }, // to another commitment
  'ideas.idea-merged': { public: true }, // duplicate of another
  'ideas.idea-turned-petition': { public: true }, // petition of Ley 1755
  'ideas.idea-answered': { public: true }, // the author answered an ask-back
  'ideas.idea-advanced': { public: true }, // a step of the road
  'ideas.ideas-imported': { public: true }, // one run of import-ideas, with counts
  'ideas.note-added': { public: true }, // the author added a note under a supported idea
  'ideas.idea-hidden': { public: true }, // two people agreed; its reason stays in public
  'ideas.comment-hidden': { public: true }, // likewise
  'ideas.comment-restored': { public: true }, // an appeal gave it back its place or its words
  'ideas.part-restored': { public: true }, // and the words of an idea
  'ideas.comment-held': { public: false }, // a comment waits for a moderator
  'ideas.comment-data-hidden': { public: false }, // its author hid what was marked in it
  'ideas.comment-published': { public: true }, // a comment
  'votes.support-cast': { public: false }, // who supports is never public; the count is
  'votes.support-withdrawn': { public: false }, // likewise
  'meetings.meeting-called': { public: false }, // a meeting was drafted
  'meetings.meeting-changed': { public: true }, // its texts, time, place or capacity
  'meetings.meeting-proposed': { public: false }, // a facilitator sends one to coordination
  'meetings.proposal-accepted': { public: false }, // coordination calls it
  'meetings.proposal-returned': { public: false }, // with a reason
  'meetings.meeting-published': { public: true }, // open to everybody
  'meetings.meeting-cancelled': { public: true }, // with its reason; everybody registered is told
  'meetings.meeting-closed': { public: true }, // facilitators see contacts and support needs no more
  'groups.organisation-added': { public: false }, // a group in the catalogue of those that can be invited
  'groups.organisation-changed': { public: false }, // its name, kind, locality or contact
  'groups.organisations-merged': { public: false }, // two groups were one
  'groups.mentions-gathered': { public: false }, // names of groups of a closed meeting, with how many
  'groups.mention-settled': { public: false }, // a person said which group a written name is, or none
  'groups.group-invited': { public: false }, // to a meeting, by which channel
  'groups.invitation-noted': { public: false }, // what an invited group answered, announced, and how many came
  'groups.goal-saved': { public: false }, // whom a meeting or the plan wants to reach
  'groups.goal-dropped': { public: false }, // and no longer
  'registration.needs-read': { public: false }, // the service plan with names was opened
  'registration.need-answered': { public: false }, // somebody was told what happens with the support they asked for
  'registration.calls-read': { public: false }, // the people to call were opened, with names and telephones
  'registration.call-noted': { public: false }, // what came of a call
  'registration.needs-reminded': { public: false }, // unanswered support requests were recalled, with how many
  'registration.person-registered': { public: false }, // a registration, by whichever channel
  'registration.answers-added': { public: false }, // about oneself, after registering
  'registration.contact-corrected': { public: false }, // by who facilitates the meeting
  'registration.registration-cancelled': { public: false }, // by the person or for them
  'registration.place-offered': { public: false }, // a freed place to the next of the waiting list
  'registration.place-drawn': { public: false }, // by the draw, or because there was room for everybody
  'registration.place-accepted': { public: false }, // the offer was taken
  'registration.offer-expired': { public: false }, // the offer was not taken in time
  'registration.registration-opened': { public: false }, // the personal part was shown, to who proved their contact
  'registration.registration-changed': { public: false }, // corrected by the person
  'registration.registration-filled': { public: false }, // a list gave what an earlier one had left empty
  'registration.consent-withdrawn': { public: false }, // of one purpose
  'registration.registrations-purged': { public: false }, // names and contacts whose time was over, with how many
  'registration.roster-read': { public: false }, // a facilitator opened, printed or took along the list of people
  'registration.list-uploaded': { public: false }, // somebody brought a list to look at it before loading it
  'registration.list-imported': { public: false }, // one list was registered, by command or on a screen, with counts
  'door.device-enrolled': { public: false }, // a facilitator's device took the list of a meeting along
  'door.device-revoked': { public: false }, // it was lost or finished, and gets nothing more
  'door.person-arrived': { public: false }, // somebody was checked in
  'door.arrival-undone': { public: false }, // a check-in was a mistake
  'door.idea-captured': { public: false }, // an idea of a table, before the minutes
  'door.note-written': { public: false }, // a note for the minutes
  'registration.duplicate-settled': { public: false }, // two registrations were one person's, or not
  'minutes.minutes-saved': { public: false }, // the draft of a meeting's minutes
  'minutes.minutes-published': { public: true }, // a version of the minutes, with how many came
  'minutes.names-found': { public: false }, // a text named people who registered, and its writer was told
  'minutes.fair-counted': { public: true }, // how many came by a fair, before and now
  'minutes.table-idea-written': { public: false }, // an idea of a table was noted or corrected
  'minutes.table-idea-dropped': { public: false }, // left out of the minutes, or taken in again
  'minutes.file-added': { public: false }, // a photo or document of a meeting
  'minutes.file-described': { public: false }, // what is said of it
  'minutes.file-removed': { public: false }, // with its content
  'minutes.photo-cleared': { public: false }, // a photo may be public and why, or may not
  'registration.photo-unpublished': { public: false }, // somebody shown no longer consents, and why
  'minutes.photo-blurred': { public: false }, // areas of a photo were covered for good
  'figures.baseline-replaced': { public: true }, // the population that participation is compared with
  'figures.tables-released': { public: true }, // protected figures of who takes part
  'draw.draw-prepared': { public: false }, // who takes part, under names that say nothing, and quotas
  'draw.lottery-started': { public: false }, // its lottery is calculated, or that goes on
  'draw.lottery-stopped': { public: false }, // a person stopped it
  'draw.lottery-committed': { public: true }, // its hash, and where and when the randomness comes from
  'draw.secret-committed': { public: true }, // a person of the Circle gave the hash of what they add to a seed
  'draw.secret-revealed': { public: true }, // and what it was
  'draw.draw-held': { public: true }, // with its seed and position
  'draw.draw-names-purged': { public: false }, // who was who in a draw, when the registrations' time was over
  'moderation.idea-claimed': { public: false }, // a moderator took an idea from the queue
  'moderation.idea-released': { public: false }, // and put it back
  'moderation.idea-decided': { public: true }, // triage decision with its reason
  'moderation.comment-decided': { public: true }, // a held comment: published, partly hidden, or not
  'moderation.report-filed': { public: false }, // a complaint about a subject
  'moderation.reports-dismissed': { public: false }, // what was complained about stays
  'moderation.hiding-proposed': { public: false }, // a first moderator wants something public hidden
  'moderation.hiding-confirmed': { public: true }, // a second one agreed: it is hidden
  'moderation.hiding-dropped': { public: false }, // or did not
  'moderation.appeal-filed': { public: false }, // an author appeals
  'moderation.appeal-settled': { public: true }, // another moderator upheld the decision or took it back
  'moderation.part-hidden': { public: true }, // part of the texts of an idea, with the reason
  'moderation.sealed-read': { public: true }, // what was hidden, by whoever decides an appeal about it
  'moderation.reason-saved': { public: true }, // a row of the dated catalogue of reasons
  'proposals.proposal-drafted': { public: false }, // a dossier was begun
  'proposals.proposal-edited': { public: false }, // its texts, before it was sent
  'proposals.proposal-readied': { public: false }, // complete, not yet sent
  'proposals.proposal-sent': { public: true }, // before the Circle's commission
  'proposals.ideas-ended': { public: true }, // nobody answered them and their plan ended, with the published reason
  'circle.attendance-recorded': { public: true }, // a member is present or not
  'circle.note-written': { public: false }, // internal deliberation
  'circle.vote-cast': { public: true }, // members vote in public
  'circle.proposal-decided': { public: true }, // with reasons for each idea
  'circle.proposal-returned': { public: true }, // a deferred proposal came back at its date
  'circle.request-made': { public: true }, // the Circle asked for a meeting where people are missing
  'circle.request-answered': { public: true }, // what was done about it
  'circle.member-seated': { public: true }, // a member, with sector and term
  'letters.letter-sent': { public: false }, // somebody wrote to who runs the platform: of what kind, never what
  'letters.letter-read': { public: false }, // coordination opened it, with name and contact
  'letters.letter-completed': { public: false }, // who wrote gave what they were asked for
  'letters.letter-taken': { public: false }, // somebody of coordination answers it
  'letters.letter-released': { public: false }, // and no longer
  'letters.more-asked': { public: false }, // who wrote was asked for more
  'letters.term-extended': { public: false }, // with the reason, which they were told
  'letters.kind-changed': { public: false }, // it has the term of another kind
  'letters.letter-answered': { public: false }, // and whether late
  'letters.letter-closed': { public: false }, // without an answer, with the reason
  'letters.call-read': { public: false }, // whom to call about it was opened, with name and telephone
  'letters.call-noted': { public: false }, // what came of a call
  'letters.letters-purged': { public: false }, // names, contacts and texts whose time was over, with how many
  'setup.setup-imported': { public: true }, // a whole city came from a file, with how much of each part
} as const satisfies Record<string, { public: boolean }>;

export type AuditAction = keyof typeof auditCatalogue;
