import type { Actor } from '#app/kernel/actor.ts';
import { adoptRegistration } from './adopt-registration.server.ts';
import { acceptOffer, cancelRegistration } from './change-registration.server.ts';
import { correctPersonal } from './correct-personal.server.ts';
import { mailPersonalLink, proveContact, spendLink } from './open-personal.server.ts';
import type { OwnActInput } from './schema.ts';
import { settleOwnDuplicate } from './settle-own-duplicate.server.ts';
import { withdrawConsent } from './withdraw-consent.server.ts';

/** What is said once an act is done; or for which registration the personal part is open now. */
export type Done = { notice: string } | { openedId: string };

/**
 * Does what a person posts at their registration's page. For acts on anything personal the caller
 * has asked for the proof of being them.
 */
export async function actOnRegistration(
  actor: Actor | null,
  code: string,
  input: OwnActInput,
): Promise<Done> {
  switch (input.act) {
    case 'aceptar':
      await acceptOffer(actor, code);
      return { notice: 'place_accepted' };
    case 'cancelar':
      await cancelRegistration(actor, code);
      return { notice: 'registration_cancelled' };
    case 'abrir': {
      const opened = await (input.token === undefined
        ? proveContact(actor, code, input.contact)
        : spendLink(actor, code, input.token));
      return { openedId: opened.id };
    }
    case 'enlace':
      await mailPersonalLink(code);
      return { notice: 'personal_link_sent' };
    case 'guardar':
      await correctPersonal(actor, code, input.personal);
      return { notice: 'registration_saved' };
    case 'retirar_permiso':
      await withdrawConsent(actor, code, input.purpose);
      return { notice: 'consent_withdrawn' };
    case 'aclarar':
      await settleOwnDuplicate(actor, code, input.otherId, input.outcome);
      return {
        notice: input.outcome === 'unidas' ? 'registrations_merged' : 'registrations_distinct',
      };
    case 'reclamar':
      await adoptRegistration(actor, code);
      return { notice: 'registration_adopted' };
    case 'cerrar':
      return { notice: 'data_closed' };
  }
}
