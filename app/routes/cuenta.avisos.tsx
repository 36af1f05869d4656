import { useLoaderData } from '@remix-run/react';
import { personIdOf } from '#app/kernel/actor.ts';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { countUnreadNotices } from '#app/domains/notices/count-unread-notices.server.ts';
import { listNotices } from '#app/domains/notices/list-notices.server.ts';
import { readNotices } from '#app/domains/notices/read-notices.server.ts';
import { NoticeItem } from '#app/domains/notices/ui/notice-item.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const personId = personIdOf(visit.requireActor());
  const cursor = url.searchParams.get('cursor');
  const [notices, unread] = await Promise.all([
    listNotices(visit.db, personId, cursor),
    countUnreadNotices(visit.db, personId),
  ]);
  return { title: visit.t('notices')('inbox.title'), notices, unread, paged: cursor !== null };
});

export const action = act(async ({ visit }) => {
  await readNotices(visit.requireActor());
  return redirectTo('/cuenta/avisos', { notice: 'notices_read' });
});

export default function Inbox() {
  const { notices, unread, paged } = useLoaderData<typeof loader>();
  const t = useT('notices');
  const a = useT('accounts');
  const say = { notices: t, common: useT('common'), locale: useLocale() };
  const f = useFormat();
  const finding = unread > 0 ? t('inbox.unread', { count: unread }) : t('inbox.all_read');
  return (
    <div className="l-wrap">
      <PageHead
        title={notices.items.length === 0 ? t('inbox.title') : finding}
        crumbs={[{ href: '/cuenta', label: a('account.title') }]}
        current={t('inbox.title')}
        lead={t('inbox.lead')}
        action={
          unread > 0 ? (
            <form method="post">
              <Button>{t('inbox.mark_all')}</Button>
            </form>
          ) : undefined
        }
      />
      {notices.items.length === 0 && !paged ? (
        <EmptyState
          title={t('inbox.empty.title')}
          text={t('inbox.empty.text')}
          action={<ButtonLink href="/ideas">{t('inbox.empty.action')}</ButtonLink>}
        />
      ) : (
        <ul className="l-stack l-stack--wide l-form" role="list">
          {notices.items.map((notice) => (
            <li key={notice.id}>
              <NoticeItem notice={notice} say={say} date={f.date(notice.createdAt, 'moment')} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        next={notices.next && `/cuenta/avisos?cursor=${notices.next}`}
        previous={paged ? '/cuenta/avisos' : null}
      />
    </div>
  );
}
