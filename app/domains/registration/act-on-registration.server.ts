import type { Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { adoptRegistration } from './adopt-registration.server.ts';
import { acceptOffer, cancelRegistration } from './change-registration.server.ts';
import { correctPersonal } from './correct-personal.server.ts';
import { declareLater } from './declare-later.server.ts';
import {
  askForLink,
  closePersonal,
  proveWord,
  spendLink,
  type Proof,
} from './open-personal.server.ts';
import type { OwnActInput } from './own-act-form.ts';
import { settleOwnDuplicate } from './settle-own-duplicate.server.ts';
import { withdrawConsent } from './withdraw-consent.server.ts';

/** What is said once an act is done; or the pass with which the personal part is open now. */
export type Done = { notice: string } | { pass: string };

/** What who posts can show: the proof of being the person, the pass and the session of their browser. */
export type Shown = { proof: Proof | null; pass: string; session: string | null };

/**
 * Does what a person posts at their registration's page. What touches anything personal asks for the
 * proof of being them; without it that is as if it were not there.
 */
export async function actOnRegistration(
  actor: Actor | null,
  code: string,
  input: OwnActInput,
  shown: Shown,
): Promise<Done> {
  const { proof } = shown;
  const secret = (): string => {
    if (!proof) throw notFound('page_not_found');
    return proof.secret;
  };
  switch (input.act) {
    case 'aceptar':
      await acceptOffer(actor, code);
      return { notice: 'place_accepted' };
    case 'cancelar':
      await cancelRegistration(actor, code, proof);
      return { notice: 'registration_cancelled' };
    case 'abrir': {
      const pass = await (input.token === undefined
        ? proveWord(actor, code, input.word)
        : spendLink(actor, code, input.token));
      return { pass };
    }
    case 'enlace':
      await askForLink(code);
      return { notice: 'personal_link_sent' };
    case 'guardar':
      await correctPersonal(actor, code, input.personal, secret());
      return { notice: 'registration_saved' };
    case 'retirar_permiso':
      secret();
      await withdrawConsent(actor, code, input.purpose);
      return { notice: 'consent_withdrawn' };
    case 'responder':
      secret();
      await declareLater(actor, code, input.later);
      return { notice: 'answers_added' };
    case 'aclarar':
      secret();
      await settleOwnDuplicate(actor, code, { ...input, mailKey: proof?.mailKey ?? null });
      return {
        notice: input.outcome === 'unidas' ? 'registrations_merged' : 'registrations_distinct',
      };
    case 'reclamar':
      await adoptRegistration(actor, code, { pass: secret(), session: shown.session ?? '' });
      return { notice: 'registration_adopted' };
    case 'cerrar':
      await closePersonal(shown.pass);
      return { notice: 'data_closed' };
  }
}
