/** What a notice tells. */
export const noticeKinds = [
  'idea_received',
  'idea_published',
  'idea_returned',
  'idea_rejected',
  'idea_rerouted',
  'idea_merged',
  'idea_petition',
  'idea_in_proposal',
  'proposal_decided',
  'proposal_deferred',
  'comment_reply',
  'idea_advanced',
  'idea_ended',
  'edit_accepted',
  'edit_undone',
  'merge_offered',
  'idea_hidden',
  'comment_hidden',
  'comment_released',
  'comment_masked',
  'comment_rejected',
  'report_upheld',
  'report_dismissed',
  'appeal_granted',
  'appeal_denied',
  'idea_part_hidden',
  'part_appeal_granted',
  'comment_appeal_granted',
  'comment_appeal_denied',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a notice is about. This slice knows subjects by their address only. */
export type SubjectKind = 'idea' | 'propuesta';
export type Subject = { kind: SubjectKind; id: string };

/**
 * What a notice's words need. A name that ends in `_es` or `_en` is said in that language only,
 * under the name without the ending: `reason_es` and `reason_en` become `reason`.
 */
export type NoticeParams = Record<string, string | number>;

export type NoticeView = {
  id: string;
  kind: NoticeKind;
  subject: Subject;
  params: NoticeParams;
  createdAt: Date;
  readAt: Date | null;
};
