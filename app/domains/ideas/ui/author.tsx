import type { IdeaOrigin } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';

/** Who wrote it: a name, or why there is none. */
export function useAuthorName(): (
  author: string | null,
  authorId: string | null | undefined,
  origin?: IdeaOrigin,
) => string {
  const t = useT('common');
  return (author, authorId, origin) => {
    if (author) return author;
    if (origin === 'importada') return t('author.imported');
    if (origin === 'taller' && !authorId) return t('author.workshop');
    return authorId ? t('author.minor') : t('author.gone');
  };
}
