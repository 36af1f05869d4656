import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Finding } from '#app/domains/ideas/types.ts';
import type { QueueItem } from '#app/domains/moderation/types.ts';
import { ClockState } from '#app/domains/moderation/ui/clock-state.tsx';
import { itemHref, type DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';

export const findingIcons: Record<Finding, IconName> = {
  links: 'link',
  repeated: 'copy',
  personal_data: 'person',
  html: 'document',
  probe: 'ban',
  shouting: 'warning',
};

/** What a row says below its title: one thing, the most useful. */
function RowNote({ item }: { item: QueueItem }) {
  const t = useT('moderation');
  const f = useFormat();
  const finding = item.finding as Finding | null;
  const [icon, words]: [IconName, string] | [null, null] = item.claim
    ? [
        'lock',
        item.claim.mine ? t('queue.claimed.mine') : t('queue.claimed', { name: item.claim.name }),
      ]
    : item.own
      ? ['person', t('queue.own')]
      : item.askedAt
        ? ['comment', t('queue.asked', { date: f.date(item.askedAt, 'short') })]
        : finding && finding in findingIcons
          ? [findingIcons[finding], t(`finding.${finding}`)]
          : [null, null];
  return icon ? (
    <span className="u-small u-mute">
      <Icon name={icon} /> {words}
    </span>
  ) : null;
}

/** The queue as a list of links; the one on the desk is marked. */
export function QueueList({
  items,
  place,
  currentId,
}: {
  items: QueueItem[];
  place: DeskPlace;
  currentId?: string;
}) {
  const t = useT('moderation');
  return (
    <ul className="queue">
      {items.map((item) => (
        <li
          key={item.id}
          className="queue__row"
          aria-current={item.id === currentId ? 'true' : undefined}
        >
          <div className="queue__top">
            <span>{item.commitment.title}</span>
            {item.clock ? (
              <ClockState clock={item.clock} />
            ) : (
              <span className="clock">{t('queue.imported')}</span>
            )}
          </div>
          <a href={itemHref(item.id, place)} lang={item.lang}>
            {item.title}
          </a>
          <RowNote item={item} />
        </li>
      ))}
    </ul>
  );
}
