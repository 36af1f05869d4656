import { useT } from '#app/platform/i18n/use-t.ts';
import { TextSections } from '#app/ui/text-sections.tsx';
import type { CommitmentView } from '#app/domains/plan/types.ts';

type Texts = Pick<CommitmentView, 'summary' | 'challenge' | 'level' | 'use' | 'milestones'>;

/**
 * A commitment in easy reading, then its challenge, how far people decide, what becomes of a
 * contribution, its milestones.
 */
export function CommitmentTexts({ commitment }: { commitment: Texts }) {
  const t = useT('plan');
  const sections = [
    { key: 'reto', title: t('detail.challenge'), text: commitment.challenge },
    { key: 'nivel', title: t('detail.level'), text: commitment.level },
    { key: 'uso', title: t('detail.use'), text: commitment.use },
  ];
  return (
    <>
      {commitment.summary && (
        <section className="panel l-stack l-stack--tight" aria-labelledby="resumen">
          <h2 id="resumen">{t('detail.summary')}</h2>
          <p className="u-lead">{commitment.summary}</p>
        </section>
      )}
      <TextSections items={sections.filter((section) => section.text !== '')} />
      <section className="l-stack l-stack--tight" aria-labelledby="hitos">
        <h2 id="hitos">{t('detail.milestones.title', { count: commitment.milestones.length })}</h2>
        {commitment.milestones.length > 0 ? (
          <ol>
            {commitment.milestones.map((milestone) => (
              <li key={milestone}>{milestone}</li>
            ))}
          </ol>
        ) : (
          <p>{t('detail.milestones.none')}</p>
        )}
      </section>
    </>
  );
}
