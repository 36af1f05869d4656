/**
 * How long names and contacts are kept for what they were given: about six months, in days, after a
 * meeting or a mail.
 */
export const retentionDays = 183;
