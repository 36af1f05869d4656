import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** What is said of a refusal, in the reader's language. */
export type ErrorFacts = { kind: string; text: string; next?: string | undefined };

/** Whether what a route threw is a refusal of ours, as the boundary shows it. */
export function isErrorFacts(data: unknown): data is ErrorFacts {
  return typeof data === 'object' && data !== null && 'text' in data;
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
  const c = useT('common');
  const { text, next } = facts;
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
            <ButtonLink href="/ayuda/contacto">{c('contact.write')}</ButtonLink>
          </div>
        }
      />
    </div>
  );
}
