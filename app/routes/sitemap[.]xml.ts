import { briefly } from '#app/platform/cache/briefly.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import type { PageArgs } from '#app/platform/http/route.server.ts';
import { listIdeaAddresses } from '#app/domains/ideas/list-idea-addresses.server.ts';
import { listMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import { getArchivedPlans } from '#app/domains/plan/get-archived-plans.server.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { publicPages } from '#app/ui/menus.ts';

/** Search engines come seldom; several at once are one reading. */
const kept = briefly<string>(60_000, 1);
/** How many of the newest of each kind stand in the map. */
const most = { ideas: 10_000, others: 500 };

/** The addresses that everybody reads (sitemaps.org), the newest ideas among them. */
async function writeMap({ visit }: PageArgs): Promise<string> {
  const { db } = visit;
  const [commitments, archived, ideas, meetings, proposals] = await Promise.all([
    listCommitments(db),
    getArchivedPlans(db),
    listIdeaAddresses(db, most.ideas),
    listMeetings(db, {}, { order: 'all', limit: most.others }),
    listProposals(db, { limit: most.others }, 'es'),
  ]);
  const entry = (path: string, changed?: Date) => {
    const day = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : '';
    return `<url><loc>${config().baseUrl}${path}</loc>${day}</url>`;
  };
  const all = [...commitments, ...archived.flatMap((plan) => plan.commitments)];
  const urls = [
    ...publicPages.map((path) => entry(path)),
    ...all.map(({ slug }) => entry(`/compromisos/${slug}`)),
    ...proposals.items.map(({ id }) => entry(`/propuestas/${id}`)),
    ...meetings.items.map(({ id }) => entry(`/talleres/${id}`)),
    ...ideas.map(({ id, changedAt }) => entry(`/ideas/${id}`, changedAt)),
  ];
  const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${space}">\n${urls.join('\n')}\n</urlset>\n`;
}

export const loader = resource(
  async (args) =>
    new Response(await kept.get('', async () => await writeMap(args)), {
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    }),
);
