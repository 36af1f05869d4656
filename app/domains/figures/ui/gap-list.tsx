import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

export type Gap = { id: string; name: string; came: number; invite: number };

const perLine = 18;
const step = 14;
const most = perLine * 6;

/** Whom to invite so that each locality has its share: a dot a person, those still to come hollow. */
export function GapList({ gaps }: { gaps: Gap[] }) {
  const t = useT('figures');
  const f = useFormat();
  return (
    <ul className="gaps">
      {gaps.map(({ id, name, came, invite }) => {
        const total = came + invite;
        // Where there are many, a dot stands for several.
        const each = Math.ceil(total / most);
        const dots = Math.ceil(total / each);
        const full = Math.round(came / each);
        return (
          <li className="gap" key={id}>
            <span>
              <strong>{name}</strong>{' '}
              <span className="u-small u-mute">{t('gap.here', { count: came })}</span>
            </span>
            <svg
              width={perLine * step}
              height={Math.ceil(dots / perLine) * step}
              viewBox={`0 0 ${perLine * step} ${Math.ceil(dots / perLine) * step}`}
              role="img"
              aria-label={t('gap.label', { name, came, invite })}
            >
              {Array.from({ length: dots }, (_, dot) => {
                const at = {
                  cx: (dot % perLine) * step + 7,
                  cy: Math.floor(dot / perLine) * step + 7,
                };
                return dot < full ? (
                  <circle key={dot} className="f-ink" {...at} r="5" />
                ) : (
                  <circle
                    key={dot}
                    className="f-none s-ink"
                    {...at}
                    r="4.5"
                    strokeWidth="1.5"
                    strokeDasharray="2 2"
                  />
                );
              })}
            </svg>
            <span className="gap__n">
              {t('gap.invite')} <b>{f.number(invite)}</b>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
