import { advanceDecidedIdea } from '#app/domains/ideas/advance-decided-idea.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { draftIdea, submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { AdvanceForm, CommentForm, IdeaForm, WithdrawForm } from '#app/domains/ideas/schema.ts';
import { withdrawIdea } from '#app/domains/ideas/withdraw-idea.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { people } from './content/people.ts';
import { proposals } from './content/proposals.ts';
import type { IdeaContent, ReplyContent } from './content/types.ts';
import type { Cast } from './accounts.ts';
import { fraction, type Act } from './timeline.ts';

/** Ids by key, filled as the story is played. */
export type Ids = Map<string, string>;

/** The id of something that the story has already made. */
export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`${key} is not there yet`);
  return id;
}

/** When an idea was sent. */
export function sentDaysAgo(idea: IdeaContent): number {
  return idea.daysAgo + (fraction(`sent.${idea.key}`) - 0.5) * 0.6;
}

/** When a moderator decided on it: within their term, and before any proposal that carries it. */
export function reviewedDaysAgo(idea: IdeaContent): number {
  const sent = sentDaysAgo(idea);
  const { fate } = idea;
  if (fate.kind === 'returned_answered') return sent - 0.3;
  const before =
    fate.kind === 'in_proposal'
      ? proposals.find((proposal) => proposal.key === fate.proposal)!.createdDaysAgo
      : 0;
  return sent - Math.min(0.4 + 1.2 * fraction(`reviewed.${idea.key}`), (sent - before) * 0.5);
}

/** When it became public; undefined for what never was. */
function publicDaysAgo(idea: IdeaContent): number | undefined {
  const { kind } = idea.fate;
  if (kind === 'rerouted') return reroutedDaysAgo(idea);
  return kind === 'published' || kind === 'in_proposal' || kind === 'withdrawn'
    ? reviewedDaysAgo(idea)
    : undefined;
}

/** When the commitment that got an idea from another one published it. */
export function reroutedDaysAgo(idea: IdeaContent): number {
  return reviewedDaysAgo(idea) * 0.9;
}

/** Sending, commenting, supporting, withdrawing. */
export function ideaActs(ideas: IdeaContent[], cast: Cast, ideaIds: Ids): Act[] {
  return ideas.flatMap((idea) => [
    ...writingActs(idea, cast, ideaIds),
    ...publicActs(idea, cast, ideaIds),
  ]);
}

function writingActs(idea: IdeaContent, cast: Cast, ideaIds: Ids): Act[] {
  const author = cast(idea.author, idea.lang);
  const input = IdeaForm.parse({
    compromiso: idea.commitment,
    titulo: idea.title,
    descripcion: idea.description,
    localidad: idea.locality ?? '',
  });
  const write = idea.fate.kind === 'draft' ? draftIdea : submitIdea;
  return [
    {
      daysAgo: sentDaysAgo(idea),
      run: async () => ideaIds.set(idea.key, (await write(author, input)).id),
    },
  ];
}

function publicActs(idea: IdeaContent, cast: Cast, ideaIds: Ids): Act[] {
  const from = publicDaysAgo(idea);
  if (from === undefined) return [];
  const { fate } = idea;
  const withdrawn = fate.kind === 'withdrawn' ? from * 0.6 : undefined;
  const span = { from: from - 0.05, to: withdrawn === undefined ? 0.1 : withdrawn + 0.1 };
  const acts = [
    ...commentActs(idea, span, cast, ideaIds),
    ...supportActs(idea, span, cast, ideaIds),
  ];
  if (fate.kind !== 'withdrawn' || withdrawn === undefined) return acts;
  const { reason } = WithdrawForm.parse({ motivo: fate.motive });
  return [
    ...acts,
    {
      daysAgo: withdrawn,
      run: async () => await withdrawIdea(cast(idea.author), idOf(ideaIds, idea.key), reason),
    },
  ];
}

type Span = { from: number; to: number };

function commentActs(idea: IdeaContent, span: Span, cast: Cast, ideaIds: Ids): Act[] {
  const commentIds: Ids = new Map();
  const say = (
    words: ReplyContent,
    key: string,
    daysAgo: number,
    more: { postura?: string | undefined; under?: string } = {},
  ): Act => ({
    daysAgo,
    run: async () => {
      const input = CommentForm.parse({
        texto: words.body,
        postura: more.postura,
        responde_a: more.under ? idOf(commentIds, more.under) : undefined,
      });
      commentIds.set(
        key,
        (
          await publishComment(
            cast(words.author, words.lang ?? 'es'),
            idOf(ideaIds, idea.key),
            input,
          )
        ).id,
      );
    },
  });
  return idea.comments.flatMap((comment, index) => {
    const key = `${idea.key}.${index}`;
    const share = (index + 0.1 + 0.8 * fraction(`comment.${key}`)) / idea.comments.length;
    const daysAgo = span.from - (span.from - span.to) * 0.8 * share;
    const replies = (comment.replies ?? []).map((reply, place) => {
      const later =
        Math.min((daysAgo - span.to) * 0.2, 0.2 + 0.5 * fraction(`reply.${key}.${place}`)) *
        (place + 1);
      return say(reply, `${key}.${place}`, daysAgo - later, { under: key });
    });
    return [say(comment, key, daysAgo, { postura: comment.stance }), ...replies];
  });
}

/** Moments of support are told in parts of a day, so that many are cast at once. */
const partsOfDay = 6;

function supportActs(idea: IdeaContent, span: Span, cast: Cast, ideaIds: Ids): Act[] {
  const neighbours = people.map((person) => person.key).filter((key) => key !== idea.author);
  const inTurn = neighbours.sort(
    (a, b) => fraction(`support.${idea.key}.${a}`) - fraction(`support.${idea.key}.${b}`),
  );
  if (idea.supporters > inTurn.length)
    throw new Error(`${idea.key} has more supporters than there are people`);
  return inTurn.slice(0, idea.supporters).map((key) => {
    // Most come soon after it is published.
    const wanted = span.from - (span.from - span.to) * fraction(`when.${idea.key}.${key}`) ** 1.3;
    const daysAgo = Math.max(span.to, Math.floor(wanted * partsOfDay) / partsOfDay);
    return {
      daysAgo,
      together: true,
      run: async () =>
        await castSupport(cast(key), { ideaId: idOf(ideaIds, idea.key), act: 'apoyar' }),
    };
  });
}

/** Coordination notes what entered a commitment's text and what was fulfilled. */
export function advanceActs(cast: Cast, ideaIds: Ids): Act[] {
  return proposals
    .flatMap(({ fate }) => (fate.kind === 'decided' ? fate.advances : []))
    .map((advance) => ({
      daysAgo: advance.daysAgo,
      run: async () =>
        await advanceDecidedIdea(cast('coordinacion'), {
          ideaId: idOf(ideaIds, advance.idea),
          ...AdvanceForm.parse({ paso: advance.step, nota: advance.note }),
        }),
    }));
}
