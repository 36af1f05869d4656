import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { sayRefused } from '#app/platform/http/refusal.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findDecisionsOfIdea } from '#app/domains/circle/find-decisions-of-idea.server.ts';
import { CircleAnswers } from '#app/domains/circle/ui/circle-answer.tsx';
import { listNotes, listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listSeals } from '#app/domains/ideas/get-seal.server.ts';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { canChangeIdea, canComment, canSeeIdea } from '#app/domains/ideas/policy.ts';
import { roadOf } from '#app/domains/ideas/road.ts';
import { actsOfAuthor } from '#app/domains/ideas/rules.ts';
import { AuthorTools } from '#app/domains/ideas/ui/author-tools.tsx';
import { CarriedBy } from '#app/domains/ideas/ui/carried-by.tsx';
import { IdeaBody } from '#app/domains/ideas/ui/idea-body.tsx';
import { IdeaHead } from '#app/domains/ideas/ui/idea-head.tsx';
import { IdeaRoad } from '#app/domains/ideas/ui/idea-road.tsx';
import { MoreOfIdea } from '#app/domains/ideas/ui/more-of-idea.tsx';
import { OwnNotices } from '#app/domains/ideas/ui/own-notices.tsx';
import { findOwnAppeals } from '#app/domains/moderation/find-last-decision.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import { findEnding } from '#app/domains/proposals/archive-plan.server.ts';
import { findProposalsOfIdea } from '#app/domains/proposals/find-proposals-of-ideas.server.ts';
import { getSupportState } from '#app/domains/votes/get-support-state.server.ts';
import { FirstAct } from '#app/domains/votes/ui/first-act.tsx';
import { findMeetingOfIdea } from '#app/domains/minutes/get-minutes.server.ts';

export const handle = { script: 'signed-in', ns: ['ideas', 'votes', 'circle'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { db, actor, locale } = visit;
  const idea = await getIdea(db, params['id'], actor);
  authorize(canSeeIdea(actor, idea));
  const own = actor !== null && canChangeIdea(actor, idea).allowed;
  const [
    phases,
    entries,
    threads,
    notes,
    support,
    proposals,
    decisions,
    meeting,
    seals,
    appeals,
    ending,
  ] = await Promise.all([
    getPhases(db, locale),
    listStepEntries(db, idea.id),
    // Where the conversation is not shown, the page does not carry it either.
    idea.state === 'publicada' ? listComments(db, idea.id, actor?.personId ?? null) : [],
    listNotes(db, idea.id),
    getSupportState(db, actor, idea.id),
    findProposalsOfIdea(db, idea.id),
    findDecisionsOfIdea(db, idea.id),
    idea.origin === 'taller' ? findMeetingOfIdea(db, idea.id) : null,
    listSeals(db, idea.id),
    findOwnAppeals(db, idea.id, actor?.personId ?? null),
    findEnding(db, idea.id),
  ]);
  const open = isOpen(phaseOf(phases, 'ideas'), now());
  return {
    title: idea.title,
    idea,
    own,
    road: roadOf(idea, entries, ending),
    threads,
    notes,
    seals,
    appeals,
    support: {
      ...support,
      refused: support.refused && sayRefused(visit.t('errors'), support.refused),
    },
    proposals,
    decisions,
    meeting,
    open,
    signedIn: actor !== null,
    can: {
      comment: open && actor !== null && canComment(actor, idea).allowed,
      ...actsOfAuthor(idea, own),
    },
  };
});

export default function IdeaPage() {
  const loaded = useLoaderData<typeof loader>();
  const { idea, own, road, proposals, decisions, meeting, can } = loaded;
  const t = useT('ideas');
  const [proposal] = proposals;
  const [answer] = decisions;
  return (
    <div className="l-wrap">
      <IdeaHead idea={idea} action={<FirstAct {...loaded} />} />
      {own && <OwnNotices idea={idea} />}
      <div className="l-end">
        <IdeaRoad
          parts={road}
          idea={idea}
          why={{
            en_propuesta: proposal && (
              <a href={`/propuestas/${proposal.id}`}>
                {t('detail.proposal', { number: String(proposal.number) })}
              </a>
            ),
            decidida: answer && <a href="#respuesta">{t(`decision.${answer.decision}`)}</a>,
          }}
        />
      </div>
      <div className="l-rail l-gap">
        <IdeaBody {...loaded}>
          <CircleAnswers decisions={decisions} />
        </IdeaBody>
        <div>
          {own && <AuthorTools id={idea.id} can={can} />}
          <CarriedBy proposals={proposals} />
          <MoreOfIdea
            idea={idea}
            canReport={idea.state === 'publicada' && !own}
            meeting={meeting}
          />
        </div>
      </div>
    </div>
  );
}
