/** Tables whose texts everybody reads, or that hold nothing that people write. */
export const openTables = [
  'answer_option baseline city city_text commitment institution locality phase plan triage_reason',
  'territory territory_draft',
  'participation_goal published_cell published_table release_attempt release_standing draw_work tally',
  'tallied act_batch act_tally backed',
  'kysely_migration kysely_migration_lock app_state circle_decision circle_decision_idea',
  'idea_ending circle_member circle_vote consent registration_consent door_record idea_note idea_step_entry',
  'draw draw_quota draw_share draw_token invitation follow role_grant registration_duplicate',
]
  .join(' ')
  .split(' ');

/** Columns of any table that hold a code of a closed list, or something that everybody may know. */
export const openColumns = [
  'action actor_kind actor_roles subject_id subject_kind channel kind lang locale locality_code',
  'origin outcome policy_version purpose reason reason_code state status step stance decision need',
  'findings external_id catalogue type cleared_why hidden_reason allocation languages modality',
]
  .join(' ')
  .split(' ');

/** Columns that hold only what was hashed: nobody can read in them what was given. */
export const hashed = [
  'birth_key certificate_key code_key device_key document_key email_key import_key mail_key',
  'phone_key proof_key sha256 word_key',
]
  .join(' ')
  .split(' ');

/** The others that no word is planted in, each with its reason. */
export const others: Record<string, string> = {
  'appeal.response': 'told to the author when the appeal is settled; hers and the moderators’',
  'report.response': 'told to who complained when it is settled',
  'circle_request.answer': 'told to the Circle; its request is planted',
  'credential.recipe': 'costs and salt of a password',
  'draw_entry.pseudonym': 'the person’s own name in a lottery',
  'draw_entry.token': 'the person’s own turn in a lottery',
  'idea_word.word': 'words of published ideas, of two or more',
  'letter.claim': 'a code of a closed list',
  'letter.phone': 'planted as a number',
  'letter_call.about': 'a code of a closed list',
  'idea_seal.explanation': 'the reason, which everybody reads beside the idea',
  'list_upload.choices': 'for an hour, opened only by the session of who brought the list',
  'meeting.access': 'on the public page of the meeting',
  'meeting.access_note': 'on the public page of the meeting',
  'meeting.address': 'on the public page of the meeting',
  'meeting.cancel_reason': 'on the public page of the meeting',
  'meeting.directions': 'on the public page of the meeting',
  'meeting.materials': 'on the public page of the meeting',
  'meeting.venue': 'on the public page of the meeting',
  'organisation.name': 'a name of the catalogue, shown where it was invited',
  'pass.id': 'the hash of what opens a registration for a while',
  'profile.answers': 'codes and a year only: no word fits in',
  'proposal_idea.taken': 'of a dossier, whose texts are planted',
  'recent_act.key': 'a hash of who did what, and with which words',
  'recent_act.result': 'ids of what was made',
  'registration.phone': 'planted as a number',
  'registration_call.about': 'a code of a closed list',
  'registration_call.subject': 'a code of a closed list',
  'session.id': 'the hash of the session’s token',
  'table_idea.description': 'of an idea of a table, whose title is planted',
  'triage_decision.case_number': 'told to the author',
  'triage_decision.competent_body': 'told to the author',
};
