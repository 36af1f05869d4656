import { Feed } from 'feed';
import { config } from '#app/platform/config/config.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { getCommitment } from '#app/domains/plan/get-commitment.server.ts';

/** The feed says that titles and summaries are HTML: what people wrote stays text there too. */
function asText(written: string): string {
  return written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The newest ideas of a commitment as an Atom feed (RFC 4287). */
export const loader = page(async ({ visit, params }) => {
  const commitment = await getCommitment(visit.db, params['slug'] ?? '', visit.locale);
  const { items } = await listIdeas(
    visit.db,
    { commitmentSlug: commitment.slug, order: 'recientes' },
    { seed: 0, limit: 50 },
  );
  const base = config().baseUrl;
  const self = `${base}/compromisos/${commitment.slug}/ideas.atom`;
  const feed = new Feed({
    id: self,
    title: visit.t('ideas')('feed.title', { title: commitment.title }),
    link: `${base}/compromisos/${commitment.slug}`,
    feedLinks: { atom: self },
    updated: items[0]?.publishedAt ?? now(),
    copyright: '',
    generator: 'Convite',
    language: visit.locale,
  });
  for (const idea of items) {
    feed.addItem({
      id: `${base}/ideas/${idea.id}`,
      title: asText(idea.title),
      link: `${base}/ideas/${idea.id}`,
      date: idea.editedAt ?? idea.publishedAt ?? now(),
      published: idea.publishedAt ?? now(),
      description: asText(idea.excerpt),
      author: [{ name: idea.author ?? 'Convite' }],
    });
  }
  return new Response(feed.atom1(), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
});
