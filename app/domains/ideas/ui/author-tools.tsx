import type { AuthorActs } from '#app/domains/ideas/rules.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';

/**
 * What the author may do with their idea now; the loader's rules say what is offered. Answering a
 * question stands at the top of the page.
 */
export function AuthorTools({ id, can }: { id: string; can: AuthorActs }) {
  const t = useT('ideas');
  return (
    <section className="side">
      <h2>{t('own.heading')}</h2>
      <ul className="list list--icons">
        {can.edit && (
          <li>
            <Icon name="pencil" />
            <a href={`/ideas/${id}/editar`}>{t('own.edit')}</a>
          </li>
        )}
        {can.note && (
          <li>
            <Icon name="plus" />
            <a href={`/ideas/${id}/editar`}>{t('own.note')}</a>
          </li>
        )}
        {can.withdraw && (
          <li>
            <Icon name="undo" />
            <a href={`/ideas/${id}/retirar`}>{t('own.withdraw')}</a>
          </li>
        )}
        {can.appeal && (
          <li>
            <Icon name="scale" />
            <a href={`/apelaciones?tipo=idea&id=${id}`}>{t('own.appeal')}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The one thing that an idea waits for from its author, where it waits for one. */
export function AuthorNext({ id, state }: { id: string; state: IdeaState }) {
  const t = useT('ideas');
  if (state === 'devuelta')
    return (
      <ButtonLink kind="go" size="big" icon="comment" href={`/ideas/${id}/respuesta`}>
        {t('own.answer')}
      </ButtonLink>
    );
  if (state === 'borrador')
    return (
      <ButtonLink kind="go" size="big" icon="pencil" href={`/ideas/${id}/editar`}>
        {t('own.continue')}
      </ButtonLink>
    );
  return null;
}
