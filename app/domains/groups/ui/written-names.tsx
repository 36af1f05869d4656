import { useT } from '#app/platform/i18n/use-t.ts';
import type { Mention } from '#app/domains/groups/types.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Fold } from '#app/ui/fold.tsx';

/** Where a name is settled. */
const mentionHref = (id: string) => `/facilitacion/grupos/nombres/${id}`;

function Names({ mentions }: { mentions: Mention[] }) {
  const t = useT('groups');
  return (
    <ul className="ruled" role="list">
      {mentions.map((mention) => (
        <li key={mention.id} className="ruled__row">
          <div>
            <a className="u-target" href={mentionHref(mention.id)}>
              {mention.looksPersonal ? t('mention.personal') : mention.written}
            </a>
            <p className="u-small u-mute">
              {[
                mention.meetingTitle,
                mention.people !== null && t('mention.people', { count: mention.people }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {mention.organisation && (
              <p className="u-small">{t('mention.is', { name: mention.organisation.name })}</p>
            )}
          </div>
          {mention.isDiscarded && <Badge kind="dash">{t('mention.discarded')}</Badge>}
        </li>
      ))}
    </ul>
  );
}

/**
 * Names of groups that people wrote when they registered, without the people; each opens where
 * somebody says which group it is.
 */
export function WrittenNames({ mentions }: { mentions: Mention[] }) {
  const t = useT('groups');
  const open = mentions.filter((mention) => !mention.organisation && !mention.isDiscarded);
  const settled = mentions.filter((mention) => mention.organisation || mention.isDiscarded);
  if (mentions.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="escritos">
      <h2 id="escritos">{t('mention.heading')}</h2>
      <p>{open.length > 0 ? t('mention.lead') : t('mention.none')}</p>
      {open.length > 0 && <Names mentions={open} />}
      {settled.length > 0 && (
        <Fold summary={t('mention.settled', { count: settled.length })}>
          <Names mentions={settled} />
        </Fold>
      )}
    </section>
  );
}
