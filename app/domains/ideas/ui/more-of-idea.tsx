import type { IdeaView } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';

type Props = {
  idea: IdeaView;
  /** A reader may report what is public; nobody reports their own. */
  canReport: boolean;
  /** The meeting at whose table it was written. */
  meeting: { id: string; title: string } | null;
};

/** Ways on from an idea: its address, the feed, the ledger, a report, and where it comes from. */
export function MoreOfIdea({ idea, canReport, meeting }: Props) {
  const t = useT('ideas');
  return (
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
        {canReport && (
          <li>
            <Icon name="flag" />
            <a className="u-target" href={`/reportes?tipo=idea&id=${idea.id}`}>
              {t('detail.report')}
            </a>
          </li>
        )}
      </ul>
      {idea.origin === 'importada' && <p className="u-small u-mute">{t('detail.imported')}</p>}
      {meeting && (
        <p className="u-small">
          <a className="u-target" href={`/talleres/${meeting.id}/acta`}>
            {t('detail.workshop', { title: meeting.title })}
          </a>
        </p>
      )}
    </section>
  );
}
