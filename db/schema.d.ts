/** Generated from the migrated database (`npm run convite -- schema`); the test run fails when it drifts. */
import type { ColumnType } from 'kysely';

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[] ? U[] : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S[], I[], U[]> : T[];

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AnswerOption {
  code: string;
  label_en: string;
  label_es: string;
  position: number;
  question: string;
  source: string;
  valid_from: string;
  valid_to: string | null;
}

export interface AppClock {
  offset_ms: Generated<number>;
  only_row: Generated<boolean>;
}

export interface Appeal {
  body: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
  comment_id: string | null;
  created_at: Timestamp;
  due_at: Timestamp;
  id: string;
  idea_id: string;
  outcome: 'confirmada' | 'revocada' | null;
  person_id: string | null;
  response: Generated<string>;
  seal_id: string | null;
}

export interface AppState {
  key: string;
  value: string;
}

export interface AskedAddress {
  asked_at: Timestamp;
  email: string;
  person_id: string;
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

export interface Baseline {
  as_of: string;
  definition: string;
  loaded_at: Timestamp;
  measure: string;
  persons: number | null;
  share: Numeric;
  source: string;
  territory: 'ciudad' | 'pais';
  value: string;
}

export interface CheckIn {
  at: Timestamp;
  id: string;
  meeting_id: string;
  recorded_by: string | null;
  registration_id: string;
  undone_at: Timestamp | null;
}

export interface CircleDecision {
  decided_at: Timestamp;
  decided_by: string | null;
  decision: 'adoptada' | 'adoptada_en_parte' | 'no_adoptada' | 'aplazada';
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
  sector: 'gobierno' | 'civil';
  starts_on: string;
}

export interface CircleRequest {
  answer: Generated<string>;
  answered_at: Timestamp | null;
  id: string;
  locality_code: string | null;
  meeting_id: string | null;
  member_id: string | null;
  proposal_id: string;
  reason: string;
  requested_at: Timestamp;
}

export interface CircleVote {
  cast_at: Timestamp;
  member_id: string;
  proposal_id: string;
  vote: 'a_favor' | 'en_contra' | 'abstencion' | 'impedimento';
}

export interface City {
  address: Generated<string>;
  country: Generated<string>;
  hours_en: Generated<string>;
  hours_es: Generated<string>;
  languages: Generated<ArrayType<'es' | 'en'>>;
  mail: Generated<string>;
  name: Generated<string>;
  notification_mail: Generated<string>;
  only_row: Generated<boolean>;
  opened_at: Timestamp | null;
  operator: Generated<string>;
  telephone: Generated<string>;
  time_zone: Generated<string>;
}

export interface CityText {
  key: string;
  text_en: string;
  text_es: string;
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
  channel: 'web' | 'papel' | 'telefono' | 'puerta';
  given_at: Timestamp;
  id: string;
  person_id: string;
  policy_sha256: string;
  policy_version: string;
  purpose: string;
  recorded_by: string | null;
  revoked_at: Timestamp | null;
}

export interface Credential {
  person_id: string;
  proof_key: string;
  recipe: string;
}

export interface DeliberationNote {
  body: string;
  created_at: Timestamp;
  id: string;
  member_id: string;
  proposal_id: string;
}

export interface DoorDevice {
  created_at: Timestamp;
  id: string;
  last_seen_at: Timestamp;
  meeting_id: string;
  name: string;
  person_id: string;
  revoked_at: Timestamp | null;
}

export interface DoorRecord {
  device_id: string;
  id: string;
  kind: 'inscripcion' | 'llegada' | 'deshacer' | 'anular' | 'idea' | 'nota' | 'foto' | 'respuestas';
  made_at: Timestamp;
  meeting_id: string;
  outcome: string;
  received_at: Timestamp;
  replaces: string | null;
}

export interface Draw {
  committed_at: Timestamp | null;
  committed_by: string | null;
  drawn_at: Timestamp | null;
  drawn_by: string | null;
  failed: Generated<boolean>;
  id: string;
  lease_by: string | null;
  lease_until: Timestamp | null;
  lottery: string | null;
  lottery_sha256: string | null;
  meeting_id: string;
  panel: string[] | null;
  panels: number | null;
  people: number;
  position: number | null;
  prepared_at: Timestamp;
  prepared_by: string | null;
  reveal_until: Timestamp | null;
  rounding: number | null;
  seed: string | null;
  seed_text: string | null;
  shares_until: Timestamp | null;
  size: number;
  smallest: number | null;
  source: Json | null;
  source_at: Timestamp | null;
  source_proof: Json | null;
  state: 'preparada' | 'calculando' | 'detenida' | 'lista' | 'comprometida' | 'sorteada';
  types: number | null;
  waiting: string[] | null;
  yielded: Generated<Json>;
}

export interface DrawEntry {
  draw_id: string;
  pseudonym: string;
  registration_id: string;
  token: string;
}

export interface DrawQuota {
  draw_id: string;
  max: number;
  min: number;
  value: string;
  variable: string;
}

export interface DrawShare {
  commitment: string;
  committed_at: Timestamp;
  draw_id: string;
  id: string;
  name: string;
  person_id: string | null;
  revealed_at: Timestamp | null;
  secret: string | null;
  sector: 'gobierno' | 'civil';
}

export interface DrawToken {
  draw_id: string;
  token: string;
}

export interface EmailToken {
  created_at: Timestamp;
  expires_at: Timestamp;
  id: string;
  new_email: string | null;
  person_id: string;
  purpose: 'verify' | 'recover' | 'sign_in' | 'first_coordinator' | 'email_change';
  return_to: string | null;
  used_at: Timestamp | null;
}

export interface EndedIdea {
  ending_id: string;
  idea_id: string;
  told_at: Timestamp | null;
}

export interface File {
  created_at: Timestamp;
  sha256: string;
  size: number;
  type: string;
}

export interface FileChunk {
  bytes: Buffer;
  position: number;
  sha256: string;
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
  outcome: 'confirmada' | 'descartada' | null;
  proposed_at: Timestamp;
  proposed_by: string | null;
  reason_code: string;
  settled_at: Timestamp | null;
  settled_by: string | null;
  subject_id: string;
  subject_kind: 'idea' | 'comentario';
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
  origin: 'web' | 'importada' | 'taller';
  prior_supports: Generated<number>;
  published_at: Timestamp | null;
  reviewed_at: Timestamp | null;
  reviewed_version: Generated<number>;
  search: Generated<string | null>;
  state:
    | 'borrador'
    | 'enviada'
    | 'devuelta'
    | 'publicada'
    | 'rechazada'
    | 'duplicada'
    | 'peticion'
    | 'retirada'
    | 'oculta'
    | 'cuarentena';
  state_reason: Generated<string>;
  step: Generated<
    | 'idea'
    | 'revisada'
    | 'en_propuesta'
    | 'ante_el_circulo'
    | 'decidida'
    | 'en_el_compromiso'
    | 'cumplida'
  >;
  submitted_at: Timestamp | null;
  title: string;
  version: Generated<number>;
  withdrawn_at: Timestamp | null;
}

export interface IdeaComment {
  author_id: string | null;
  body: string;
  created_at: Timestamp;
  decided_by: string | null;
  hidden_reason: Generated<string>;
  id: string;
  idea_id: string;
  lang: Generated<string>;
  parent_id: string | null;
  sealed_body: Generated<string>;
  stance: 'a_favor' | 'en_contra' | 'pregunta' | null;
  state: Generated<'publicado' | 'oculto' | 'retenido' | 'rechazado'>;
}

export interface IdeaEnding {
  commitment_id: string;
  ended_at: Timestamp;
  id: string;
  ideas: number;
  plan_id: string;
  reason: string;
  stage: 'por_revisar' | 'revisada' | 'en_propuesta' | 'ante_el_circulo';
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
  status: Generated<'publica' | 'pendiente' | 'descartada'>;
  title: string;
  version: number;
}

export interface IdeaSeal {
  explanation: string;
  id: string;
  idea_id: string;
  opened_at: Timestamp | null;
  sealed_at: Timestamp;
  sealed_by: string | null;
  texts: Json;
  words: Json;
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
  step:
    | 'idea'
    | 'revisada'
    | 'en_propuesta'
    | 'ante_el_circulo'
    | 'decidida'
    | 'en_el_compromiso'
    | 'cumplida';
}

export interface IdeaWord {
  ideas: number;
  word: string;
}

export interface Institution {
  id: string;
  name_en: string;
  name_es: string;
  slug: string;
}

export interface Invitation {
  announced: number | null;
  answer: 'viene' | 'no_viene' | 'tal_vez' | null;
  answered_at: Timestamp | null;
  came: number | null;
  channel: 'correo' | 'telefono' | 'mensaje' | 'visita' | 'afiche';
  invited_at: Timestamp;
  invited_by: string | null;
  meeting_id: string;
  organisation_id: string;
}

export interface Letter {
  asked_at: Timestamp | null;
  body: string;
  claim: 'consulta' | 'reclamo' | null;
  code_key: string;
  due_at: Timestamp;
  email: string | null;
  erased_at: Timestamp | null;
  extended_at: Timestamp | null;
  handler_id: string | null;
  id: string;
  kind: 'ayuda' | 'barrera' | 'datos';
  lang: string;
  mail_returned_at: Timestamp | null;
  name: string;
  number: number;
  paused_days: Generated<number>;
  person_id: string | null;
  phone: string | null;
  reply_until: Timestamp | null;
  sent_at: Timestamp;
  settled_at: Timestamp | null;
  state: Generated<'recibida' | 'en_tramite' | 'pedida' | 'respondida' | 'cerrada'>;
  year: number;
}

export interface LetterCall {
  about: 'recibida' | 'pedida' | 'prorrogada' | 'cambiada' | 'respondida' | 'cerrada';
  created_at: Timestamp;
  due_at: Timestamp;
  id: string;
  letter_id: string;
  settled_at: Timestamp | null;
  settled_by: string | null;
  state: Generated<'abierta' | 'hablada' | 'equivocada' | 'reemplazada'>;
  tried_at: Timestamp | null;
  tries: Generated<number>;
}

export interface LetterStep {
  at: Timestamp;
  body: Generated<string>;
  by_id: string | null;
  due_at: Timestamp | null;
  id: string;
  kind:
    | 'recibida'
    | 'tomada'
    | 'pedida'
    | 'completada'
    | 'prorrogada'
    | 'cambiada'
    | 'respondida'
    | 'cerrada';
  letter_id: string;
}

export interface LetterYear {
  last: number;
  year: number;
}

export interface Locality {
  code: string;
  name: string;
  other_names: Generated<string[]>;
  persons: number | null;
  persons_on: string | null;
  position: number;
  shape: string | null;
  source: string;
}

export interface Mail {
  about_id: string | null;
  body: string;
  handed_over_at: Timestamp | null;
  id: string;
  links: Generated<string[]>;
  person_id: string | null;
  queued_at: Timestamp;
  recipient: string;
  refused_at: Timestamp | null;
  sent_at: Timestamp | null;
  subject: string;
}

export interface Meeting {
  access: Generated<string[]>;
  access_note: Generated<string>;
  address: Generated<string>;
  allocation: Generated<'llegada' | 'metas' | 'sorteo'>;
  allotted_at: Timestamp | null;
  cancel_reason: Generated<string>;
  cancelled_at: Timestamp | null;
  capacity: number | null;
  closed_at: Timestamp | null;
  closes_at: Timestamp;
  counted: number | null;
  created_at: Timestamp;
  created_by: string | null;
  directions: Generated<string>;
  ends_at: Timestamp;
  id: string;
  kind: 'taller' | 'feria' | 'foro' | 'control_social' | 'datos_abiertos' | 'sesion_circulo';
  lang: Generated<string>;
  languages: Generated<ArrayType<'es' | 'csn' | 'en' | 'qu' | 'inb' | 'emp'>>;
  locality_code: string | null;
  materials: Generated<string>;
  mentions_at: Timestamp | null;
  modality: 'presencial' | 'virtual' | 'hibrida';
  number: Generated<number>;
  offer_hours: Generated<number>;
  online_url: Generated<string>;
  opens_at: Timestamp;
  plan_id: string;
  published_at: Timestamp | null;
  purpose: string;
  reminded_at: Timestamp | null;
  reserved: Generated<number>;
  starts_at: Timestamp;
  state: 'borrador' | 'publicado' | 'con_acta' | 'cancelado';
  title: string;
  venue: Generated<string>;
  version: Generated<number>;
}

export interface MeetingCommitment {
  commitment_id: string;
  meeting_id: string;
}

export interface MeetingFile {
  added_at: Timestamp;
  added_by: string | null;
  cleared_at: Timestamp | null;
  cleared_by: string | null;
  cleared_why: 'nadie_reconocible' | 'con_permiso' | null;
  description: Generated<string>;
  id: string;
  kind: 'foto' | 'adjunto';
  meeting_id: string;
  name: string;
  sha256: string;
  withdrawn_at: Timestamp | null;
}

export interface MeetingFilePerson {
  file_id: string;
  registration_id: string;
}

export interface MeetingMinutes {
  agenda: Generated<string>;
  agreements: Generated<string>;
  attended: number | null;
  closing: Generated<string>;
  meeting_id: string;
  published_at: Timestamp | null;
  state: 'borrador' | 'publicada';
  topics: Generated<string>;
  version: number;
  written_at: Timestamp;
  written_by: string | null;
}

export interface MeetingNote {
  body: string;
  id: string;
  meeting_id: string;
  written_at: Timestamp;
  written_by: string | null;
}

export interface MeetingProposal {
  author_id: string;
  content: Json;
  created_at: Timestamp;
  id: string;
  meeting_id: string | null;
  note: Generated<string>;
  state: 'guardada' | 'enviada' | 'devuelta' | 'aceptada';
  updated_at: Timestamp;
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

export interface Organisation {
  contact: Generated<string>;
  created_at: Timestamp;
  created_by: string | null;
  id: string;
  kind: string;
  locality_code: string | null;
  merged_into: string | null;
  name: string;
}

export interface OrganisationMention {
  discarded_at: Timestamp | null;
  gathered_at: Timestamp;
  id: string;
  meeting_id: string;
  name: string;
  organisation_id: string | null;
  people: number;
  settled_at: Timestamp | null;
  settled_by: string | null;
  written: string;
}

export interface ParticipationGoal {
  created_at: Timestamp;
  created_by: string | null;
  id: string;
  meeting_id: string | null;
  plan_id: string;
  share: Numeric;
  source: string;
  tolerance: Numeric;
  value: string;
  variable: 'genero' | 'edad' | 'discapacidad' | 'cuida' | 'localidad' | 'organizacion_tipo';
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
  locale: Generated<'es' | 'en'>;
  name: string;
}

export interface Phase {
  closes_at: Timestamp;
  decides_en: string;
  decides_es: string;
  id: string;
  kind: 'ideas' | 'apoyos' | 'talleres' | 'deliberacion' | 'seguimiento';
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
  state: 'active' | 'archived';
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
  state: 'borrador' | 'lista' | 'enviada' | 'aplazada' | 'decidida';
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

export interface PublishedCell {
  people: number | null;
  position: number;
  table_id: string;
  value: string;
}

export interface PublishedTable {
  counted: string[];
  id: string;
  is_current: Generated<boolean>;
  measure: string;
  people: number;
  plan_id: string;
  population: string;
  released_at: Timestamp;
  scope: string;
  threshold: number;
}

export interface RateLimit {
  expire: number | null;
  key: string;
  points: Generated<number>;
}

export interface RecentAct {
  at: Timestamp;
  key: string;
  result: Json | null;
}

export interface Registration {
  birth_key: string | null;
  cancelled_at: Timestamp | null;
  certificate_key: string | null;
  channel: 'web' | 'papel' | 'telefono' | 'puerta';
  code_key: string;
  created_at: Timestamp;
  document_key: string | null;
  email: string | null;
  email_key: string | null;
  guardian_contact: Generated<string>;
  guardian_name: Generated<string>;
  id: string;
  import_key: string | null;
  is_minor: Generated<boolean>;
  lang: Generated<'es' | 'en'>;
  mail_returned_at: Timestamp | null;
  meeting_id: string;
  merged_into: string | null;
  minor_heard: Generated<boolean>;
  name: string;
  offered_until: Timestamp | null;
  on_reserved: Generated<boolean>;
  over_capacity: Generated<boolean>;
  person_id: string | null;
  phone: string | null;
  phone_key: string | null;
  place: number;
  promoted_at: Timestamp | null;
  purged_at: Timestamp | null;
  recorded_by: string | null;
  state: 'inscrita' | 'en_espera' | 'ofrecida' | 'cancelada' | 'unida' | 'solo_asistencia';
  thanked_at: Timestamp | null;
  told_places_at: Timestamp | null;
  told_version: Generated<number>;
  word_key: string | null;
}

export interface RegistrationCall {
  about:
    | 'registered'
    | 'waiting'
    | 'waiting_goals'
    | 'in_draw'
    | 'drawn'
    | 'not_drawn'
    | 'still_waiting'
    | 'offered'
    | 'offer_expired'
    | 'meeting_cancelled'
    | 'meeting_changed'
    | 'need_answered'
    | 'merged'
    | 'mail_returned'
    | 'cancelled_for';
  created_at: Timestamp;
  due_at: Timestamp;
  id: string;
  note: Generated<string>;
  registration_id: string;
  settled_at: Timestamp | null;
  settled_by: string | null;
  state: Generated<'abierta' | 'hablada' | 'equivocada' | 'reemplazada'>;
  subject: 'place' | 'meeting' | 'need' | 'contact' | 'merged';
  tried_at: Timestamp | null;
  tries: Generated<number>;
}

export interface RegistrationConsent {
  channel: string;
  given_at: Timestamp;
  policy_sha256: string;
  policy_version: string;
  purpose: 'inscripcion' | 'estadistica' | 'contacto' | 'imagen';
  recorded_by: string | null;
  registration_id: string;
  revoked_at: Timestamp | null;
}

export interface RegistrationDuplicate {
  found_at: Timestamp;
  other_id: string;
  outcome: 'unidas' | 'distintas' | null;
  registration_id: string;
  score: number;
  settled_at: Timestamp | null;
  settled_by: string | null;
  why: 'contacto' | 'documento' | 'nombre';
}

export interface RegistrationNeed {
  answer: Generated<string>;
  answered_at: Timestamp | null;
  answered_by: string | null;
  need: string;
  note: Generated<string>;
  registration_id: string;
  state: Generated<'pedido' | 'previsto' | 'confirmado' | 'dado' | 'no_posible'>;
}

export interface ReleaseAttempt {
  plan_id: string;
  signature: string;
  tried_at: Timestamp;
}

export interface ReleaseStanding {
  counts_of: 'encuentros' | 'ideas';
  measure: string;
  plan_id: string;
  since: Timestamp;
}

export interface Report {
  closed_at: Timestamp | null;
  closed_by: string | null;
  created_at: Timestamp;
  detail: Generated<string>;
  due_at: Timestamp;
  id: string;
  outcome: 'desestimado' | 'oculto' | null;
  person_id: string | null;
  reason: string;
  response: Generated<string>;
  subject_id: string;
  subject_kind: 'idea' | 'comentario';
}

export interface RoleGrant {
  ends_at: Timestamp | null;
  granted_at: Timestamp;
  granted_by: string | null;
  id: string;
  person_id: string;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
  role: 'facilitacion' | 'moderacion' | 'circulo' | 'entidad' | 'monitoreo' | 'coordinacion';
  scope_id: string | null;
  scope_kind: 'commitment' | 'meeting' | 'institution' | 'sector' | null;
  starts_at: Timestamp;
}

export interface SentIdea {
  author_id: string | null;
  commitment_id: string | null;
  created_at: Timestamp | null;
  description: string | null;
  duplicate_of: string | null;
  edit_review_at: Timestamp | null;
  edited_at: Timestamp | null;
  external_id: string | null;
  findings: string[] | null;
  id: string | null;
  import_key: string | null;
  lang: string | null;
  locality_code: string | null;
  lot: number | null;
  number: number | null;
  origin: string | null;
  prior_supports: number | null;
  published_at: Timestamp | null;
  reviewed_at: Timestamp | null;
  reviewed_version: number | null;
  search: string | null;
  state: string | null;
  state_reason: string | null;
  step: string | null;
  submitted_at: Timestamp | null;
  title: string | null;
  version: number | null;
  withdrawn_at: Timestamp | null;
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

export interface TableIdea {
  agreeing: Generated<number>;
  captured_at: Timestamp;
  captured_by: string | null;
  commitment_id: string | null;
  description: Generated<string>;
  dropped_at: Timestamp | null;
  id: string;
  idea_id: string | null;
  meeting_id: string;
  table_name: Generated<string>;
  title: string;
}

export interface TableIdeaOwner {
  registration_id: string;
  table_idea_id: string;
}

export interface Territory {
  many_en: string;
  many_es: string;
  map_height: number;
  map_inset: number[] | null;
  map_width: number;
  one_en: string;
  one_es: string;
  only_one: Generated<boolean>;
  undivided: Generated<boolean>;
}

export interface TerritoryDraft {
  content: Json;
  kept_at: Timestamp;
  only_one: Generated<boolean>;
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
  decision: 'publicar' | 'devolver' | 'rechazar' | 'reasignar' | 'duplicada' | 'peticion';
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
  decision: 'devolver' | 'rechazar' | 'reasignar' | 'duplicada' | 'peticion';
  explanation_en: string;
  explanation_es: string;
  hides: Generated<boolean>;
  label_en: string;
  label_es: string;
  valid_from: string;
  valid_to: string | null;
}

export interface DB {
  answer_option: AnswerOption;
  app_clock: AppClock;
  app_state: AppState;
  appeal: Appeal;
  asked_address: AskedAddress;
  attendance: Attendance;
  audit_entry: AuditEntry;
  baseline: Baseline;
  check_in: CheckIn;
  circle_decision: CircleDecision;
  circle_decision_idea: CircleDecisionIdea;
  circle_member: CircleMember;
  circle_request: CircleRequest;
  circle_vote: CircleVote;
  city: City;
  city_text: CityText;
  commission_member: CommissionMember;
  commitment: Commitment;
  commitment_institution: CommitmentInstitution;
  consent: Consent;
  credential: Credential;
  deliberation_note: DeliberationNote;
  door_device: DoorDevice;
  door_record: DoorRecord;
  draw: Draw;
  draw_entry: DrawEntry;
  draw_quota: DrawQuota;
  draw_share: DrawShare;
  draw_token: DrawToken;
  email_token: EmailToken;
  ended_idea: EndedIdea;
  file: File;
  file_chunk: FileChunk;
  follow: Follow;
  guardian_authorisation: GuardianAuthorisation;
  hiding: Hiding;
  idea: Idea;
  idea_comment: IdeaComment;
  idea_ending: IdeaEnding;
  idea_note: IdeaNote;
  idea_revision: IdeaRevision;
  idea_seal: IdeaSeal;
  idea_stats: IdeaStats;
  idea_step_entry: IdeaStepEntry;
  idea_word: IdeaWord;
  institution: Institution;
  invitation: Invitation;
  letter: Letter;
  letter_call: LetterCall;
  letter_step: LetterStep;
  letter_year: LetterYear;
  locality: Locality;
  mail: Mail;
  meeting: Meeting;
  meeting_commitment: MeetingCommitment;
  meeting_file: MeetingFile;
  meeting_file_person: MeetingFilePerson;
  meeting_minutes: MeetingMinutes;
  meeting_note: MeetingNote;
  meeting_proposal: MeetingProposal;
  notice: Notice;
  organisation: Organisation;
  organisation_mention: OrganisationMention;
  participation_goal: ParticipationGoal;
  pending_idea: PendingIdea;
  person: Person;
  phase: Phase;
  plan: Plan;
  proposal: Proposal;
  proposal_idea: ProposalIdea;
  published_cell: PublishedCell;
  published_table: PublishedTable;
  rate_limit: RateLimit;
  recent_act: RecentAct;
  registration: Registration;
  registration_call: RegistrationCall;
  registration_consent: RegistrationConsent;
  registration_duplicate: RegistrationDuplicate;
  registration_need: RegistrationNeed;
  release_attempt: ReleaseAttempt;
  release_standing: ReleaseStanding;
  report: Report;
  role_grant: RoleGrant;
  sent_idea: SentIdea;
  session: Session;
  support: Support;
  table_idea: TableIdea;
  table_idea_owner: TableIdeaOwner;
  territory: Territory;
  territory_draft: TerritoryDraft;
  triage_claim: TriageClaim;
  triage_decision: TriageDecision;
  triage_reason: TriageReason;
}
