import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

export type ErrorFacts = { kind: string; reason: string; params: Record<string, string | number> };

/** A refused page: what happened in plain words, and the next step. */
export function ErrorPage({ facts }: { facts: ErrorFacts }) {
  const t = useT('errors');
  const c = useT('common');
  const params = facts.params['role']
    ? { ...facts.params, role: c(`role.${facts.params['role']}` as 'role.moderacion') }
    : facts.params;
  const { text, next } = sayRefusal(t, facts.reason, params);
  const known = [
    'forbidden',
    'not-found',
    'conflict',
    'gone',
    'rate-limited',
    'too-large',
    'unavailable',
    'invalid',
    'unexpected',
  ].includes(facts.kind)
    ? facts.kind
    : 'unexpected';
  return (
    <div className="l-wrap l-gap">
      <EmptyState
        level="h1"
        title={c(`error.${known as 'forbidden'}.title`)}
        text={next ? `${text} ${next}` : text}
        action={
          <div className="l-row l-row--center">
            <ButtonLink kind="go" href="/">
              {c('error.home')}
            </ButtonLink>
            <ButtonLink href="/ayuda">{c('nav.help')}</ButtonLink>
          </div>
        }
      />
    </div>
  );
}
