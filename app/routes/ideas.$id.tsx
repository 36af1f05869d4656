import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { findDecisionsOfIdea } from '#app/domains/circle/find-decisions-of-idea.server.ts';
import { CircleAnswer } from '#app/domains/circle/ui/circle-answer.tsx';
import { listNotes, listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { canChangeIdea, canComment, canSeeIdea } from '#app/domains/ideas/policy.ts';
import { roadOf, stoppedStates } from '#app/domains/ideas/road.ts';
import { mayEdit, mayWithdraw } from '#app/domains/ideas/rules.ts';
import { useAuthorName } from '#app/domains/ideas/ui/author.tsx';
import { AuthorNext, AuthorTools } from '#app/domains/ideas/ui/author-tools.tsx';
import { Comments } from '#app/domains/ideas/ui/comments.tsx';
import { IdeaBadge } from '#app/domains/ideas/ui/idea-badge.tsx';
import { IdeaRoad } from '#app/domains/ideas/ui/idea-road.tsx';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import { findProposalsOfIdea } from '#app/domains/proposals/find-proposals-of-ideas.server.ts';
import { getSupportState } from '#app/domains/votes/get-support-state.server.ts';
import { SupportPanel } from '#app/domains/votes/ui/support-panel.tsx';
import { findMeetingOfIdea } from '#app/domains/minutes/get-minutes.server.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const handle = { script: 'signed-in', ns: ['ideas', 'votes', 'circle', 'proposals'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { db, actor, locale } = visit;
  const idea = await getIdea(db, params['id']);
  authorize(canSeeIdea(actor, idea));
  const own = actor !== null && canChangeIdea(actor, idea).allowed;
  const [phases, entries, threads, notes, support, proposals, decisions, meeting] =
    await Promise.all([
      getPhases(db, locale),
      listStepEntries(db, idea.id),
      listComments(db, idea.id),
      listNotes(db, idea.id),
      getSupportState(db, actor, idea.id),
      findProposalsOfIdea(db, idea.id),
      findDecisionsOfIdea(db, idea.id),
      idea.origin === 'taller' ? findMeetingOfIdea(db, idea.id) : null,
    ]);
  const open = isOpen(phaseOf(phases, 'ideas'), now());
  return {
    title: idea.title,
    idea,
    own,
    road: roadOf(idea, entries),
    threads,
    notes,
    support,
    proposals,
    decisions,
    meeting,
    open,
    signedIn: actor !== null,
    can: {
      comment: open && actor !== null && canComment(actor, idea).allowed,
      edit:
        own && mayEdit(idea.state, idea.step, idea.supports + idea.priorSupports, false).allowed,
      note: own && idea.state === 'publicada' && idea.supports + idea.priorSupports > 0,
      withdraw: own && mayWithdraw(idea.state, idea.step).allowed,
      answer: own && idea.state === 'devuelta',
      appeal: own && ['rechazada', 'duplicada', 'peticion', 'oculta'].includes(idea.state),
    },
  };
});

export default function IdeaPage() {
  const {
    idea,
    own,
    road,
    threads,
    notes,
    support,
    proposals,
    decisions,
    meeting,
    open,
    signedIn,
    can,
  } = useLoaderData<typeof loader>();
  const t = useT('ideas');
  const f = useFormat();
  const locale = useLocale();
  const nameOf = useAuthorName();
  const stopped = stoppedStates.includes(idea.state);
  const proposal = proposals[0];
  const answer = decisions[0];
  const isPublic = idea.state === 'publicada';
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/ideas', label: t('list.crumb') }]}
        current={t('detail.crumb', { number: String(idea.number) })}
        above={
          <>
            <IdeaBadge state={idea.state} step={idea.step} />
            <a className="tag" href={`/compromisos/${idea.commitment.slug}`}>
              {t('detail.commitment', {
                number: idea.commitment.number,
                title: locale === 'en' ? idea.commitment.titleEn : idea.commitment.titleEs,
              })}
            </a>
          </>
        }
        title={idea.title}
        lang={idea.lang}
        meta={
          <ul className="meta">
            <li>
              <Icon name="person" />
              {nameOf(idea.author, idea.authorId, idea.origin)}
            </li>
            {idea.locality && (
              <li>
                <Icon name="pin" />
                {idea.locality.name}
              </li>
            )}
            <li>
              <Icon name="calendar" />
              <time dateTime={(idea.publishedAt ?? idea.createdAt).toISOString()}>
                {f.date(idea.publishedAt ?? idea.createdAt)}
              </time>
            </li>
            {idea.version > 1 && idea.state !== 'borrador' && (
              <li>
                <a className="u-target" href={`/ideas/${idea.id}/versiones`}>
                  {t('detail.versions', { count: idea.version })}
                </a>
              </li>
            )}
          </ul>
        }
        action={
          isPublic ? (
            <SupportPanel
              ideaId={idea.id}
              title={idea.title}
              supports={idea.supports}
              priorSupports={idea.priorSupports}
              supported={support.supported}
              signedIn={signedIn}
              refused={support.refused}
              until={support.until}
            />
          ) : own ? (
            <AuthorNext id={idea.id} state={idea.state} />
          ) : undefined
        }
      />

      {own && idea.state !== 'publicada' && (
        <Notice
          kind={idea.state === 'devuelta' ? 'sun' : 'info'}
          title={t(`own.${idea.state}.title` as 'own.enviada.title')}
        >
          {idea.state === 'devuelta'
            ? idea.stateReason
            : t(`own.${idea.state}.text` as 'own.enviada.text')}
        </Notice>
      )}
      {own && idea.editReviewAt && <Notice>{t('own.edit_review')}</Notice>}
      <div className="l-end">
        <IdeaRoad
          parts={road}
          state={idea.state}
          stateReason={
            stopped ? (
              <>
                {idea.stateReason}{' '}
                {idea.duplicateOf && (
                  <a href={`/ideas/${idea.duplicateOf.id}`}>
                    {t('detail.kept', { title: idea.duplicateOf.title })}
                  </a>
                )}
              </>
            ) : undefined
          }
          why={{
            ...(proposal
              ? {
                  en_propuesta: (
                    <a href={`/propuestas/${proposal.id}`}>
                      {t('detail.proposal', { number: String(proposal.number) })}
                    </a>
                  ),
                }
              : {}),
            ...(answer
              ? {
                  decidida: (
                    <a href="#respuesta">
                      {t(`decision.${answer.decision}` as 'decision.adoptada')}
                    </a>
                  ),
                }
              : {}),
          }}
        />
      </div>

      <div className="l-rail l-gap">
        <div>
          <h2>{t('detail.text')}</h2>
          <div className="l-end">
            {idea.description ? (
              <Prose text={idea.description} lang={idea.lang} />
            ) : (
              <p className="u-mute">{t('no_description')}</p>
            )}
          </div>
          {notes.length > 0 && (
            <section className="l-end">
              <h3>{t('note.heading')}</h3>
              {notes.map((note) => (
                <div key={note.id} className="change l-end">
                  <p className="u-small u-mute">
                    <time dateTime={note.createdAt.toISOString()}>{f.date(note.createdAt)}</time>
                  </p>
                  <Prose text={note.body} lang={idea.lang} />
                </div>
              ))}
            </section>
          )}
          {decisions.length > 0 && (
            <div id="respuesta" className="l-gap">
              {decisions.map((decision) => (
                <CircleAnswer
                  key={decision.proposalId + decision.decidedAt.toISOString()}
                  decision={decision}
                />
              ))}
            </div>
          )}
          {isPublic && (
            <Comments
              ideaId={idea.id}
              ideaAuthorId={idea.authorId}
              threads={threads}
              total={idea.comments}
              canComment={can.comment}
              signedIn={signedIn}
              open={open}
            />
          )}
        </div>
        <div>
          {own && <AuthorTools id={idea.id} can={can} />}
          {proposals.length > 0 && (
            <section className="side">
              <h2>{t('detail.carried')}</h2>
              <ul className="list">
                {proposals.map((item) => (
                  <li key={item.id}>
                    <a href={`/propuestas/${item.id}`}>{item.title}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="side">
            <h2>{t('detail.more')}</h2>
            <ul className="list list--icons">
              <li>
                <Icon name="link" />
                <a className="u-target" href={`/ideas/${idea.id}`}>
                  {t('detail.permalink')}
                </a>
              </li>
              <li>
                <Icon name="feed" />
                <a className="u-target" href={`/compromisos/${idea.commitment.slug}/ideas.atom`}>
                  {t('detail.feed')}
                </a>
              </li>
              <li>
                <Icon name="shield" />
                <a className="u-target" href="/transparencia">
                  {t('detail.ledger')}
                </a>
              </li>
              {isPublic && !own && (
                <li>
                  <Icon name="flag" />
                  <a className="u-target" href={`/reportes?tipo=idea&id=${idea.id}`}>
                    {t('detail.report')}
                  </a>
                </li>
              )}
            </ul>
            {idea.origin === 'importada' && (
              <p className="u-small u-mute">{t('detail.imported')}</p>
            )}
            {meeting && (
              <p className="u-small">
                <a className="u-target" href={`/talleres/${meeting.id}/acta`}>
                  {t('detail.workshop', { title: meeting.title })}
                </a>
              </p>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}
