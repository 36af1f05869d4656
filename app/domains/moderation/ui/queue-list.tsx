import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { isFinding, type Finding } from '#app/domains/ideas/types.ts';
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

type Note = [icon: IconName, words: string];

/** What a row says below its title: one thing, the most useful. */
function useNote(item: QueueItem): Note | null {
  const t = useT('moderation');
  const f = useFormat();
  const { claim, finding } = item;
  if (claim?.mine) return ['lock', t('queue.claimed.mine')];
  if (claim) return ['lock', t('queue.claimed', { name: claim.name })];
  if (item.own) return ['person', t('queue.own')];
  if (item.askedAt) return ['comment', t('queue.asked', { date: f.date(item.askedAt, 'short') })];
  if (finding && isFinding(finding)) return [findingIcons[finding], t(`finding.${finding}`)];
  return null;
}

function RowNote({ item }: { item: QueueItem }) {
  const [icon, words] = useNote(item) ?? [];
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
