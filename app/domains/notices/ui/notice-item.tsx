import { pathOf } from '#app/domains/notices/rules.ts';
import { sayNotice } from '#app/domains/notices/say-notice.ts';
import type { NoticeView } from '#app/domains/notices/types.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Facts } from '#app/ui/facts.tsx';

/** One notice of the inbox, with the link to its thing. */
export function NoticeItem({
  notice,
  say,
  date,
}: {
  notice: NoticeView;
  say: Parameters<typeof sayNotice>[0];
  date: string;
}) {
  const said = sayNotice(say, notice);
  return (
    <article className="l-stack l-stack--tight">
      <div className="l-row">
        {notice.readAt === null && (
          <Badge kind="now" icon="bell">
            {say.notices('inbox.new')}
          </Badge>
        )}
        <span className="u-small u-mute">{date}</span>
      </div>
      <h2 className="idea__title">{said.title}</h2>
      <p>{said.text}</p>
      {said.details.length > 0 && (
        <Facts
          items={said.details.map((detail) => ({
            key: detail.name,
            term: detail.label,
            value: detail.text,
          }))}
        />
      )}
      <p>
        <a className="more" href={pathOf(notice.subject)}>
          {say.notices(`inbox.open.${notice.subject.kind}`)}
          <span className="u-sr">: {String(notice.params['title'] ?? '')}</span>
        </a>
      </p>
    </article>
  );
}
