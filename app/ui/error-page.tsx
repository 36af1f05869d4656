import { roles } from '#app/kernel/roles.ts';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

export type ErrorFacts = { kind: string; reason: string; params: Record<string, string | number> };

/** Whether what a route threw is a refusal of ours, as the boundary shows it. */
export function isErrorFacts(data: unknown): data is ErrorFacts {
  return typeof data === 'object' && data !== null && 'reason' in data;
}

const kinds = [
  'forbidden',
  'not-found',
  'conflict',
  'gone',
  'rate-limited',
  'too-large',
  'unavailable',
  'invalid',
  'unexpected',
] as const;

/** A refused page: what happened in plain words, and the next step. */
export function ErrorPage({ facts }: { facts: ErrorFacts }) {
  const t = useT('errors');
  const c = useT('common');
  const role = roles.find((name) => name === facts.params['role']);
  const params = role ? { ...facts.params, role: c(`role.${role}`) } : facts.params;
  const { text, next } = sayRefusal(t, facts.reason, params);
  const kind = kinds.find((name) => name === facts.kind) ?? 'unexpected';
  return (
    <div className="l-wrap l-gap">
      <EmptyState
        level="h1"
        title={c(`error.${kind}.title`)}
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
