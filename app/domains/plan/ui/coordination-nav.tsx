import { useT } from '#app/platform/i18n/use-t.ts';
import { Tabs } from '#app/ui/tabs.tsx';

/** The parts of coordination's workspace, by the end of their address. */
const coordinationLinks = [
  'empezar',
  'solicitudes',
  'plan',
  'entidades',
  'roles',
  'circulo',
  'razones',
  'metas',
  'poblacion',
  'registro',
] as const;
export type CoordinationPart = (typeof coordinationLinks)[number];

/** The way around coordination's workspace. */
export function CoordinationNav({ current }: { current: CoordinationPart }) {
  const t = useT('coordination');
  return (
    <Tabs
      label={t('nav.label')}
      items={coordinationLinks.map((key) => ({
        href: `/coordinacion/${key}`,
        label: t(`nav.${key}`),
        current: key === current,
      }))}
    />
  );
}

/** The same as cards that say what each part is for. */
export function CoordinationCards() {
  const t = useT('coordination');
  return (
    <ul className="l-grid">
      {coordinationLinks.map((key) => (
        <li key={key} className="card">
          <h3>
            <a className="card__link" href={`/coordinacion/${key}`}>
              {t(`nav.${key}`)}
            </a>
          </h3>
          <p>{t(`nav.${key}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
