/** Roles of the contract (section 7) and what each may do at all. Policies add *this* subject and *this* person. */
export const roles = [
  'ciudadania',
  'facilitacion',
  'moderacion',
  'circulo',
  'entidad',
  'monitoreo',
  'coordinacion',
] as const;
export type Role = (typeof roles)[number];

export const capabilities = [
  'idea.write',
  'idea.support',
  'idea.comment',
  'moderation.read',
  'moderation.decide',
  'proposal.build',
  'circle.read',
  'circle.decide',
  'institution.report',
  'meeting.run',
  'plan.run',
  'audit.read',
] as const;
export type Capability = (typeof capabilities)[number];

const person: Capability[] = ['idea.write', 'idea.support', 'idea.comment'];

/** Everybody signed in has `ciudadania`. Monitoring reads what is not personal and administers nothing. */
export const roleCapabilities: Record<Role, readonly Capability[]> = {
  ciudadania: person,
  facilitacion: ['meeting.run'],
  moderacion: ['moderation.read', 'moderation.decide', 'proposal.build'],
  circulo: ['circle.read', 'circle.decide'],
  entidad: ['institution.report'],
  monitoreo: ['circle.read', 'audit.read'],
  coordinacion: ['plan.run', 'audit.read', 'moderation.read', 'circle.read'],
};
