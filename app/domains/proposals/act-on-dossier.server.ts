import type { Actor } from '#app/kernel/actor.ts';
import { editProposal } from './edit-proposal.server.ts';
import { readProposal } from './read-proposal.server.ts';
import { readyProposal } from './ready-proposal.server.ts';
import { ProposalForm } from './schema.ts';
import { sendProposal } from './send-proposal.server.ts';
import type { ProposalView } from './types.ts';

/** What the buttons do. The fields come along with the form of this page; from outside an act may come alone. */
export async function actOnDossier(
  wish: 'guardar' | 'lista' | 'enviar',
  { actor, id, form }: { actor: Actor; id: string | undefined; form: FormData },
): Promise<void> {
  const input =
    wish === 'guardar' || form.has('titulo') ? readProposal(form, ProposalForm) : undefined;
  if (wish === 'lista') await readyProposal(actor, id, input);
  else if (wish === 'enviar') await sendProposal(actor, id, input);
  else if (input) await editProposal(actor, id, input);
}

/** A form with what is kept of the dossier, for an act that came without the fields. */
export function withKept(form: FormData, proposal: ProposalView): FormData {
  form.set('titulo', proposal.title);
  form.set('problema', proposal.problem);
  form.set('propuesta', proposal.body);
  for (const idea of proposal.ideas) {
    form.append('ideas', idea.id);
    form.set(`tomado.${idea.id}`, idea.taken);
  }
  return form;
}
