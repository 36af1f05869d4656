import { Icon, type IconName } from '#app/ui/icon.tsx';

const icons: Record<string, IconName> = {
  lsc: 'signs',
  sin_escalones: 'ramp',
  bano: 'basin',
  bucle: 'ear',
  letra_grande: 'eye',
  lectura_facil: 'document',
  cuidado_ninez: 'care',
  transporte: 'bus',
  subtitulos: 'comment',
  refrigerio: 'cup',
};

/** What a meeting has for everybody to take part: each with its sign and its words. */
export function AccessList({ items }: { items: { code: string; label: string }[] }) {
  return (
    <ul className="access" role="list">
      {items.map(({ code, label }) => (
        <li key={code}>
          <Icon name={icons[code] ?? 'check'} /> <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
