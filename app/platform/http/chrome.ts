import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { sayKey } from '#app/platform/i18n/field-message.ts';
import type { Locale, Translate } from '#app/platform/i18n/messages.ts';

/** The same page in the other language. */
export function languageHref(path: string, search: string, locale: Locale): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => !name.startsWith('_'));
  const params = new URLSearchParams(kept);
  params.set('idioma', locale === 'es' ? 'en' : 'es');
  return `${path}?${params.toString()}`;
}

/** The line that the act before this page left, said once; unknown keys say nothing. */
export function sayNotice(t: Translate<'flash'>, key: string | null): string | null {
  if (!key || !/^[a-z_]{2,40}$/.test(key)) return null;
  const full = `notice.${key}`;
  const said = sayKey(t, full);
  return said === full ? null : said;
}

/** The desks of a role, and where each is. */
export const workspaceHrefs = {
  facilitacion: '/facilitacion',
  moderacion: '/moderacion',
  propuestas: '/moderacion/propuestas',
  circulo: '/circulo/mesa',
  entidad: '/entidad',
  coordinacion: '/coordinacion',
} as const;
export type Workspace = keyof typeof workspaceHrefs;

/** The desks that a person may enter; monitoring reads at the Circle's table. */
export function workspacesOf(actor: Actor | null): Workspace[] {
  const desks: Workspace[] = [];
  if (hasRole(actor, 'facilitacion') || hasRole(actor, 'coordinacion')) desks.push('facilitacion');
  if (hasRole(actor, 'moderacion')) desks.push('moderacion', 'propuestas');
  if (hasRole(actor, 'circulo') || hasRole(actor, 'monitoreo')) desks.push('circulo');
  if (hasRole(actor, 'entidad')) desks.push('entidad');
  if (hasRole(actor, 'coordinacion')) desks.push('coordinacion');
  return desks;
}
