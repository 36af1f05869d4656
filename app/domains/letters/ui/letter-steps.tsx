import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Step } from '#app/domains/letters/types.ts';
import { Prose } from '#app/ui/prose.tsx';

/** What happened with a letter, each step with its date, its words and the term as it left it. */
export function LetterSteps({ steps }: { steps: Step[] }) {
  const t = useT('letters');
  const f = useFormat();
  return (
    <ol className="l-stack" role="list">
      {steps.map((step) => (
        <li key={step.id} className="l-stack l-stack--tight">
          <p>
            <strong>{t(`step.${step.kind}`)}</strong>{' '}
            <span className="u-mute u-small">{f.date(step.at, 'moment')}</span>
          </p>
          {step.body !== '' && <Prose text={step.body} />}
          {step.dueAt && (
            <p className="u-small u-mute">{t('step.due', { date: f.date(step.dueAt) })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
