/** Generated from the migrated database (`npm run convite -- schema`); the test run fails when it drifts. */
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AppClock {
  offset_ms: Generated<number>;
  only_row: Generated<boolean>;
}

export interface Appeal {
  body: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
  created_at: Timestamp;
  due_at: Timestamp;
  id: string;
  idea_id: string;
  outcome: string | null;
  person_id: string | null;
  response: Generated<string>;
}

export interface AppState {
  key: string;
  value: string;
}

export interface Attendance {
  member_id: string;
  present: boolean;
  proposal_id: string;
  recorded_at: Timestamp;
}

export interface AuditEntry {
  action: string;
  actor_id: string | null;
  actor_kind: string;
  actor_name: string;
  actor_roles: Generated<string[]>;
  at: Timestamp;
  data: Generated<Json>;
  id: string;
  is_public: Generated<boolean>;
  subject_id: string;
  subject_kind: string;
}

export interface CircleDecision {
  decided_at: Timestamp;
  decided_by: string | null;
  decision: string;
  id: string;
  lang: Generated<string>;
  proposal_id: string;
  reasons: string;
  until_on: string | null;
  votes: Json;
}

export interface CircleDecisionIdea {
  decision_id: string;
  idea_id: string;
  not_taken: Generated<string>;
  taken: Generated<string>;
}

export interface CircleMember {
  ends_on: string | null;
  id: string;
  organisation: Generated<string>;
  person_id: string;
  sector: string;
  starts_on: string;
}

export interface CircleVote {
  cast_at: Timestamp;
  member_id: string;
  proposal_id: string;
  vote: string;
}

export interface CommissionMember {
  commitment_id: string;
  member_id: string;
}

export interface Commitment {
  challenge_en: string;
  challenge_es: string;
  id: string;
  level_en: string;
  level_es: string;
  milestones_en: Generated<string[]>;
  milestones_es: Generated<string[]>;
  number: number;
  plan_id: string;
  short_title_en: string;
  short_title_es: string;
  slug: string;
  summary_en: string;
  summary_es: string;
  title_en: string;
  title_es: string;
  use_en: string;
  use_es: string;
}

export interface CommitmentInstitution {
  commitment_id: string;
  institution_id: string;
  is_lead: Generated<boolean>;
}

export interface Consent {
  channel: string;
  given_at: Timestamp;
  id: string;
  person_id: string;
  policy_sha256: string;
  policy_version: string;
  purpose: string;
  recorded_by: string | null;
  revoked_at: Timestamp | null;
}

export interface DeliberationNote {
  body: string;
  created_at: Timestamp;
  id: string;
  member_id: string;
  proposal_id: string;
}

export interface EmailToken {
  created_at: Timestamp;
  expires_at: Timestamp;
  id: string;
  new_email: string | null;
  person_id: string;
  purpose: string;
  return_to: string | null;
  used_at: Timestamp | null;
}

export interface Follow {
  created_at: Timestamp;
  person_id: string;
  subject_id: string;
  subject_kind: string;
}

export interface GuardianAuthorisation {
  authorised_at: Timestamp;
  guardian_contact: string;
  guardian_name: string;
  minor_heard: boolean;
  person_id: string;
  policy_version: string;
}

export interface Hiding {
  explanation: string;
  id: string;
  outcome: string | null;
  proposed_at: Timestamp;
  proposed_by: string | null;
  reason_code: string;
  settled_at: Timestamp | null;
  settled_by: string | null;
  subject_id: string;
  subject_kind: string;
}

export interface Idea {
  author_id: string | null;
  commitment_id: string;
  created_at: Timestamp;
  description: string;
  duplicate_of: string | null;
  edit_review_at: Timestamp | null;
  edited_at: Timestamp | null;
  external_id: string | null;
  findings: Generated<string[]>;
  id: string;
  import_key: string | null;
  lang: Generated<string>;
  locality_code: string | null;
  lot: number;
  number: Generated<number>;
  origin: string;
  prior_supports: Generated<number>;
  published_at: Timestamp | null;
  reviewed_at: Timestamp | null;
  reviewed_version: Generated<number>;
  search: Generated<string | null>;
  state: string;
  state_reason: Generated<string>;
  step: Generated<string>;
  submitted_at: Timestamp | null;
  title: string;
  version: Generated<number>;
  withdrawn_at: Timestamp | null;
}

export interface IdeaComment {
  author_id: string | null;
  body: string;
  created_at: Timestamp;
  hidden_reason: Generated<string>;
  id: string;
  idea_id: string;
  lang: Generated<string>;
  parent_id: string | null;
  stance: string | null;
  state: Generated<string>;
}

export interface IdeaNote {
  author_id: string | null;
  body: string;
  created_at: Timestamp;
  id: string;
  idea_id: string;
}

export interface IdeaRevision {
  author_id: string | null;
  commitment_id: string;
  created_at: Timestamp;
  description: string;
  idea_id: string;
  locality_code: string | null;
  status: Generated<string>;
  title: string;
  version: number;
}

export interface IdeaStats {
  comment_count: Generated<number>;
  commitment_id: string;
  idea_id: string;
  support_count: Generated<number>;
}

export interface IdeaStepEntry {
  idea_id: string;
  note: Generated<string>;
  reached_at: Timestamp;
  step: string;
}

export interface Institution {
  id: string;
  name_en: string;
  name_es: string;
  slug: string;
}

export interface Locality {
  code: string;
  kind: string;
  name: string;
  persons_2018: number | null;
  source: string;
}

export interface Mail {
  body: string;
  id: string;
  last_error: string | null;
  links: Generated<string[]>;
  person_id: string | null;
  queued_at: Timestamp;
  recipient: string;
  sent_at: Timestamp | null;
  subject: string;
}

export interface Notice {
  created_at: Timestamp;
  id: string;
  kind: string;
  mailed_at: Timestamp | null;
  params: Generated<Json>;
  person_id: string;
  read_at: Timestamp | null;
  subject_id: string;
  subject_kind: string;
}

export interface PendingIdea {
  created_at: Timestamp;
  device_key: string;
  fields: Json;
}

export interface Person {
  created_at: Timestamp;
  email: string | null;
  email_verified_at: Timestamp | null;
  erased_at: Timestamp | null;
  id: string;
  is_adult: Generated<boolean>;
  locale: Generated<string>;
  name: string;
  password_hash: string | null;
}

export interface Phase {
  closes_at: Timestamp;
  decides_en: string;
  decides_es: string;
  id: string;
  kind: string;
  name_en: string;
  name_es: string;
  opens_at: Timestamp;
  outcome_en: Generated<string>;
  outcome_es: Generated<string>;
  plan_id: string;
  position: number;
}

export interface Plan {
  created_at: Timestamp;
  id: string;
  publishes_first: Generated<boolean>;
  slug: string;
  state: string;
  summary_en: string;
  summary_es: string;
  title_en: string;
  title_es: string;
}

export interface Proposal {
  body: string;
  commitment_id: string;
  created_at: Timestamp;
  created_by: string | null;
  due_at: Timestamp | null;
  id: string;
  lang: Generated<string>;
  number: Generated<number>;
  problem: string;
  readied_at: Timestamp | null;
  sent_at: Timestamp | null;
  state: string;
  title: string;
  version: Generated<number>;
}

export interface ProposalIdea {
  idea_id: string;
  is_live: Generated<boolean>;
  position: number;
  proposal_id: string;
  taken: Generated<string>;
}

export interface RateLimit {
  expire: number | null;
  key: string;
  points: Generated<number>;
}

export interface Report {
  closed_at: Timestamp | null;
  closed_by: string | null;
  created_at: Timestamp;
  detail: Generated<string>;
  due_at: Timestamp;
  id: string;
  outcome: string | null;
  person_id: string | null;
  reason: string;
  response: Generated<string>;
  subject_id: string;
  subject_kind: string;
}

export interface RoleGrant {
  ends_at: Timestamp | null;
  granted_at: Timestamp;
  granted_by: string | null;
  id: string;
  person_id: string;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
  role: string;
  scope_id: string | null;
  scope_kind: string | null;
  starts_at: Timestamp;
}

export interface Session {
  created_at: Timestamp;
  device: Generated<string>;
  expires_at: Timestamp;
  id: string;
  last_used_at: Timestamp;
  person_id: string;
}

export interface Support {
  created_at: Timestamp;
  idea_id: string;
  person_id: string;
}

export interface TriageClaim {
  claimed_at: Timestamp;
  expires_at: Timestamp;
  idea_id: string;
  moderator_id: string;
}

export interface TriageDecision {
  answer: string | null;
  answer_paused_days: Generated<number>;
  answered_at: Timestamp | null;
  case_number: string | null;
  competent_body: string | null;
  decided_at: Timestamp;
  decision: string;
  due_at: Timestamp;
  duplicate_of: string | null;
  explanation: Generated<string>;
  from_commitment_id: string | null;
  id: string;
  idea_id: string;
  moderator_id: string | null;
  note: Generated<string>;
  of_edit: Generated<boolean>;
  paused_days: Generated<number>;
  petition_due_at: Timestamp | null;
  reason_code: string | null;
  received_at: Timestamp;
  to_commitment_id: string | null;
  version: number;
}

export interface TriageReason {
  asks_body: Generated<boolean>;
  code: string;
  decision: string;
  explanation_en: string;
  explanation_es: string;
  hides: Generated<boolean>;
  label_en: string;
  label_es: string;
  valid_from: string;
  valid_to: string | null;
}

export interface DB {
  app_clock: AppClock;
  app_state: AppState;
  appeal: Appeal;
  attendance: Attendance;
  audit_entry: AuditEntry;
  circle_decision: CircleDecision;
  circle_decision_idea: CircleDecisionIdea;
  circle_member: CircleMember;
  circle_vote: CircleVote;
  commission_member: CommissionMember;
  commitment: Commitment;
  commitment_institution: CommitmentInstitution;
  consent: Consent;
  deliberation_note: DeliberationNote;
  email_token: EmailToken;
  follow: Follow;
  guardian_authorisation: GuardianAuthorisation;
  hiding: Hiding;
  idea: Idea;
  idea_comment: IdeaComment;
  idea_note: IdeaNote;
  idea_revision: IdeaRevision;
  idea_stats: IdeaStats;
  idea_step_entry: IdeaStepEntry;
  institution: Institution;
  locality: Locality;
  mail: Mail;
  notice: Notice;
  pending_idea: PendingIdea;
  person: Person;
  phase: Phase;
  plan: Plan;
  proposal: Proposal;
  proposal_idea: ProposalIdea;
  rate_limit: RateLimit;
  report: Report;
  role_grant: RoleGrant;
  session: Session;
  support: Support;
  triage_claim: TriageClaim;
  triage_decision: TriageDecision;
  triage_reason: TriageReason;
}
