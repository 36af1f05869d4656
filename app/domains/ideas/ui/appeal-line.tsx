import { useT } from '#app/platform/i18n/use-t.ts';

/** Where a reader's appeals stand, by the id of what they are about. */
export type Appeals = Record<string, 'abierta' | 'confirmada' | 'revocada'>;

/** For the author of what was hidden or not published: the way to appeal, or how the appeal stands. */
export function AppealLine({
  kind,
  id,
  appeals,
}: {
  kind: 'comentario' | 'parte';
  id: string;
  appeals: Appeals;
}) {
  const t = useT('ideas');
  const filed = appeals[id];
  return (
    <p className="u-small">
      {filed ? (
        t(`appeal.${filed}`)
      ) : (
        <a href={`/apelaciones?tipo=${kind}&id=${id}`} className="u-target">
          {t('appeal.file')}
        </a>
      )}
    </p>
  );
}
