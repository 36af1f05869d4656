import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Clock } from '#app/domains/moderation/types.ts';
import { ClockState } from '#app/domains/moderation/ui/clock-state.tsx';
import type { LetterKind, Claim } from '#app/domains/letters/types.ts';

/** How the term of a letter stands, or when it was done. */
export function LetterClock({ clock, settledAt }: { clock: Clock | null; settledAt: Date | null }) {
  const t = useT('letters');
  const f = useFormat();
  if (clock) return <ClockState clock={clock} />;
  return <>{settledAt && t('desk.settled', { date: f.date(settledAt) })}</>;
}

/** What a letter is about: of personal data, which right it claims. */
export function LetterKindName({ kind, claim }: { kind: LetterKind; claim: Claim | null }) {
  const t = useT('letters');
  return <>{t(`kind.${claim ?? kind}`)}</>;
}
