import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newProposal } from '#tests/factories/circle.ts';
import { newIdea, type NewIdea } from '#tests/factories/ideas.ts';
import { type TestPlan } from '#tests/factories/plans.ts';
import { canary } from './canary.ts';
import { type People } from './seed-people.ts';

/** Ideas in each state that not everybody sees, with what was said of them. */
export async function seedIdeas(db: Db, plan: TestPlan, people: People) {
  const commitmentId = plan.commitments[0]!.id;
  const authorId = people.author.personId;
  const made = async (key: string, more: Partial<NewIdea>) =>
    await newIdea(db, {
      commitmentId,
      authorId,
      title: `Idea ${canary(`${key}.title`)}`,
      description: `Una descripción ${canary(`${key}.text`)} que basta para que se pueda enviar.`,
      ...more,
    });
  const sent = { submitted_at: new Date(now().getTime() - 60_000) };
  const ideas = {
    published: await newIdea(db, { commitmentId, authorId }),
    draft: await made('draft', { state: 'borrador' }),
    withdrawnDraft: await made('withdrawnDraft', {
      state: 'retirada',
      row: {
        submitted_at: null,
        reviewed_at: null,
        withdrawn_at: now(),
        state_reason: canary('withdrawnDraft.reason'),
      },
    }),
    waiting: await made('waiting', { state: 'enviada', row: sent }),
    returned: await made('returned', {
      state: 'devuelta',
      row: { ...sent, state_reason: canary('returned.reason') },
    }),
    rejected: await made('rejected', { state: 'rechazada', row: sent }),
    quarantined: await made('quarantined', { state: 'cuarentena', row: sent }),
    hidden: await made('hidden', { state: 'oculta', row: { ...sent, published_at: now() } }),
  };
  const revision = {
    idea_id: ideas.published.id,
    commitment_id: commitmentId,
    author_id: authorId,
    created_at: now(),
  };
  await db
    .insertInto('idea_revision')
    .values([
      {
        ...revision,
        version: 2,
        title: 'Descartada',
        description: canary('revision.discarded'),
        status: 'descartada',
      },
      {
        ...revision,
        version: 3,
        title: 'Pendiente',
        description: canary('revision.pending'),
        status: 'pendiente',
      },
    ])
    .execute();
  await db
    .updateTable('idea')
    .set({ version: 3, edit_review_at: now() })
    .where('id', '=', ideas.published.id)
    .execute();
  const comment = {
    idea_id: ideas.published.id,
    author_id: people.other.personId,
    created_at: now(),
  };
  await db
    .insertInto('idea_comment')
    .values([
      {
        ...comment,
        id: newId(),
        body: canary('comment.hidden'),
        state: 'oculto',
        hidden_reason: 'Ofende a otras personas.',
      },
      { ...comment, id: newId(), body: canary('comment.held'), state: 'retenido' },
      { ...comment, id: newId(), body: canary('comment.rejected'), state: 'rechazado' },
      {
        ...comment,
        id: newId(),
        body: '[dato personal oculto]',
        sealed_body: canary('comment.sealed'),
      },
    ])
    .execute();
  await db
    .insertInto('support')
    .values({ idea_id: ideas.published.id, person_id: people.citizen.personId, created_at: now() })
    .execute();
  await seedModeration(db, people, ideas);
  return ideas;
}

async function seedModeration(
  db: Db,
  people: People,
  ideas: Record<'published' | 'returned' | 'rejected', { id: string }>,
): Promise<void> {
  const due = new Date(now().getTime() + 86_400_000);
  const decision = {
    version: 1,
    moderator_id: people.moderator.personId,
    received_at: now(),
    due_at: due,
    decided_at: now(),
  };
  await db
    .insertInto('triage_decision')
    .values([
      {
        ...decision,
        id: newId(),
        idea_id: ideas.rejected.id,
        decision: 'rechazar',
        reason_code: 'ya_existe',
        explanation: canary('decision.explanation'),
        note: canary('decision.note'),
      },
      {
        ...decision,
        id: newId(),
        idea_id: ideas.returned.id,
        decision: 'devolver',
        reason_code: 'ininteligible_incompleta',
        explanation: '¿En qué barrio?',
        answer: canary('decision.answer'),
        answered_at: now(),
      },
    ])
    .execute();
  await db
    .insertInto('appeal')
    .values({
      id: newId(),
      idea_id: ideas.rejected.id,
      person_id: people.author.personId,
      body: canary('appeal.body'),
      created_at: now(),
      due_at: due,
    })
    .execute();
  await db
    .insertInto('report')
    .values({
      id: newId(),
      subject_kind: 'idea',
      subject_id: ideas.published.id,
      person_id: people.citizen.personId,
      reason: 'otra',
      detail: canary('report.detail'),
      created_at: now(),
      due_at: due,
    })
    .execute();
  await db
    .insertInto('hiding')
    .values({
      id: newId(),
      subject_kind: 'idea',
      subject_id: ideas.published.id,
      reason_code: 'ofensiva',
      explanation: canary('hiding.explanation'),
      proposed_by: people.moderator.personId,
      proposed_at: now(),
    })
    .execute();
}

/** Words that were hidden in an idea, and its author's appeal about that. */
export async function seedSeal(db: Db, people: People, ideaId: string): Promise<string> {
  const seal = newId();
  await db
    .insertInto('idea_seal')
    .values({
      id: seal,
      idea_id: ideaId,
      words: JSON.stringify([canary('seal.word')]),
      texts: JSON.stringify([{ was: canary('seal.text'), now: '[dato personal oculto]' }]),
      explanation: 'Nombra a una vecina.',
      sealed_at: now(),
    })
    .execute();
  const appeal = newId();
  await db
    .insertInto('appeal')
    .values({
      id: appeal,
      idea_id: ideaId,
      seal_id: seal,
      person_id: people.author.personId,
      body: 'Es un nombre de todos.',
      created_at: now(),
      due_at: new Date(now().getTime() + 2 * 86_400_000),
    })
    .execute();
  return appeal;
}

/** A dossier that is being written, and one at the table of the Circle. */
export async function seedTable(db: Db, plan: TestPlan, people: People, ideaId: string) {
  const commitmentId = plan.commitments[0]!.id;
  const draft = await newProposal(db, { commitmentId, ideaIds: [ideaId], state: 'borrador' });
  await db
    .updateTable('proposal')
    .set({
      title: canary('proposal.title'),
      problem: canary('proposal.problem'),
      body: canary('proposal.body'),
    })
    .where('id', '=', draft.id)
    .execute();
  const sent = await newProposal(db, { commitmentId, ideaIds: [] });
  await db
    .insertInto('deliberation_note')
    .values({
      id: newId(),
      proposal_id: sent.id,
      member_id: people.govMember,
      body: canary('circle.note'),
      created_at: now(),
    })
    .execute();
  await db
    .insertInto('circle_request')
    .values({
      id: newId(),
      proposal_id: sent.id,
      member_id: people.govMember,
      reason: canary('circle.request'),
      requested_at: now(),
    })
    .execute();
  return { draft: draft.id, sent: sent.id };
}
