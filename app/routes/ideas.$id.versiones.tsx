import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listRevisions } from '#app/domains/ideas/get-history.server.ts';
import { canChangeIdea, canSeeIdea } from '#app/domains/ideas/policy.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextDiff } from '#app/ui/text-diff.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const idea = await getIdea(visit.db, params['id'], visit.actor);
  authorize(canSeeIdea(visit.actor, idea));
  const own = visit.actor !== null && canChangeIdea(visit.actor, idea).allowed;
  const revisions = (await listRevisions(visit.db, idea.id)).filter(
    (revision) => own || revision.status === 'publica',
  );
  return {
    title: visit.t('ideas')('versions.title'),
    idea: { id: idea.id, title: idea.title, lang: idea.lang },
    revisions,
  };
});

/** Every version of the text, newest first, each with what changed. */
export default function Versions() {
  const { idea, revisions } = useLoaderData<typeof loader>();
  const t = useT('ideas');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/ideas', label: t('list.crumb') },
          { href: `/ideas/${idea.id}`, label: idea.title },
        ]}
        current={t('versions.title')}
        title={t('versions.heading', { count: revisions.length })}
      />
      <div className="l-form">
        {revisions
          .map((revision, index) => ({ revision, before: revisions[index - 1] }))
          .reverse()
          .map(({ revision, before }) => (
            <section key={revision.version} className="l-gap">
              <h2>{t('versions.version', { version: revision.version })}</h2>
              <p className="u-small u-mute">
                <time dateTime={revision.createdAt.toISOString()}>
                  {f.date(revision.createdAt, 'moment')}
                </time>
                {revision.status !== 'publica' && ` · ${t(`versions.${revision.status}`)}`}
              </p>
              <div className="change">
                <TextDiff
                  before={
                    before
                      ? `${before.title}\n\n${before.description}`
                      : `${revision.title}\n\n${revision.description}`
                  }
                  after={`${revision.title}\n\n${revision.description}`}
                  lang={idea.lang}
                />
              </div>
            </section>
          ))}
      </div>
    </div>
  );
}
