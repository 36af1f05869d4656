import { useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import {
  findNeighbours,
  findNextFree,
  findPlace,
  getDesk,
  listQueueAround,
} from '#app/domains/moderation/get-queue.server.ts';
import { getTriageItem } from '#app/domains/moderation/get-triage-item.server.ts';
import { listReasons } from '#app/domains/moderation/list-reasons.server.ts';
import { readScopes } from '#app/domains/moderation/policy.ts';
import { petitionDueAt } from '#app/domains/moderation/rules.ts';
import { DecisionForm as DecisionShape, QueueFilters } from '#app/domains/moderation/schema.ts';
import { DeskBar, DeskTabs } from '#app/domains/moderation/ui/desk-bar.tsx';
import { itemHref, placeQuery, type DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';
import { DecisionSection, ItemSection } from '#app/domains/moderation/ui/item-sections.tsx';
import { QueueList } from '#app/domains/moderation/ui/queue-list.tsx';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';

export const handle = { script: true, ns: ['moderation'], desk: true };
export const meta = titleOf;

const queueShown = 12;

/** The part of the queue that the moderator came from; an item of another part brings its own. */
function placeOf(url: URL): DeskPlace {
  return QueueFilters.parse(Object.fromEntries(url.searchParams));
}

export const loader = page(async ({ visit, params, url }) => {
  const { db, locale } = visit;
  const actor = visit.requireRole('moderacion', 'coordinacion');
  const at = now();
  const place = placeOf(url);
  const item = await getTriageItem(db, actor, params['id'], locale, at);
  const { idea, ...shown } = item;
  const [desk, queue, near, reasons, commitments] = await Promise.all([
    getDesk(db, actor, locale, at, place.commitmentSlug),
    listQueueAround(db, actor, { ...place, limit: queueShown, locale, at }, idea.id),
    findNeighbours(db, actor, place, idea.id, at),
    item.decisions.length > 0 ? listReasons(db, locale, at) : [],
    item.decisions.includes('reasignar') ? listCommitments(db, locale) : [],
  ]);
  const sentAt = idea.submittedAt ?? idea.createdAt;
  return {
    title: `${item.text.title} · ${visit.t('moderation')('desk.title')}`,
    desk,
    place,
    queue,
    reasons,
    next: near.next && itemHref(near.next, place),
    previous: near.previous && itemHref(near.previous, place),
    everything: readScopes(actor) === 'all',
    decides: hasRole(actor, 'moderacion'),
    idea: {
      id: idea.id,
      number: idea.number,
      state: idea.state,
      lang: idea.lang,
      author: idea.author,
      authorId: idea.authorId === null ? null : '',
      origin: idea.origin,
      locality: idea.locality,
      sentAt,
      commitment: idea.commitment,
      findings: idea.findings,
    },
    commitments: commitments
      .filter((commitment) => commitment.slug !== idea.commitment.slug)
      .map(({ slug, number, shortTitle }) => ({ slug, number, title: shortTitle })),
    item: shown,
    petitionDue: petitionDueAt(sentAt),
  };
});

export const action = act(
  async ({ visit, params, form, url }) => {
    const actor = visit.requireRole('moderacion', 'coordinacion');
    const place = placeOf(url);
    const id = params['id'] ?? '';
    const input = parseForm(form, DecisionShape);
    // Where the item stood, so that the next one is the one after it.
    const from = /^[0-9a-f-]{36}$/.test(id)
      ? await findPlace(visit.db, actor, place, id, now())
      : null;
    await decideIdea(actor, id, input);
    const next = await findNextFree(visit.db, actor, place, from, now());
    return next
      ? redirectTo(itemHref(next, place), { notice: 'idea_decided' })
      : redirectTo(`/moderacion${placeQuery(place)}`, { notice: 'queue_done' });
  },
  { form: true },
);

/** The desk: the queue, the item and the decision side by side. */
export default function ModerationItem() {
  const loaded = useLoaderData<typeof loader>();
  const { desk, place, queue, everything, decides, idea } = loaded;
  const t = useT('moderation');
  return (
    <>
      <DeskBar desk={desk} everything={everything} reads={!decides} />
      <div className="l-desk">
        <section aria-labelledby="cola" className="l-stack l-stack--tight desk__queue">
          <h2 id="cola">{t('queue.heading')}</h2>
          <DeskTabs desk={desk} place={place} current="queue" />
          <QueueList items={queue} place={place} currentId={idea.id} />
          <p className="desk__all">
            <a className="more" href={`/moderacion${placeQuery(place)}`}>
              {t('queue.all')}
            </a>
          </p>
        </section>
        <ItemSection {...loaded} />
        <DecisionSection {...loaded} />
      </div>
    </>
  );
}
