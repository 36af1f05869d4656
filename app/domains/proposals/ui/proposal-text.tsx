import type { ReactNode } from 'react';
import type { Evidence, ProposalView } from '#app/domains/proposals/types.ts';
import { CarriedIdeas } from '#app/domains/proposals/ui/carried-ideas.tsx';
import { EvidencePart } from '#app/domains/proposals/ui/evidence.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Prose } from '#app/ui/prose.tsx';

type TextProps = {
  proposal: ProposalView;
  /** The Circle's answer to one idea, once there is one. */
  answerOf: ((ideaId: string) => ReactNode) | undefined;
};

/** The dossier: the problem, what is proposed, and the ideas it is made of. */
export function ProposalText({ proposal, answerOf }: TextProps) {
  const t = useT('proposals');
  const { lang } = proposal;
  return (
    <>
      <section className="l-stack l-stack--tight" aria-labelledby="problema">
        <h2 id="problema">{t('detail.problem')}</h2>
        <Prose text={proposal.problem} lang={lang} />
      </section>
      <section className="l-stack l-stack--tight" aria-labelledby="propuesta">
        <h2 id="propuesta">{t('detail.proposal')}</h2>
        <Prose text={proposal.body} lang={lang} />
      </section>
      <section className="l-stack" aria-labelledby="ideas">
        <h2 id="ideas">{t('detail.ideas')}</h2>
        <CarriedIdeas ideas={proposal.ideas} lang={lang} answerOf={answerOf} />
      </section>
    </>
  );
}

/** Beside the dossier: the evidence, and ways on. */
export function ProposalAside({
  evidence,
  commitmentSlug,
}: {
  evidence: Evidence;
  commitmentSlug: string;
}) {
  const t = useT('proposals');
  return (
    <div className="l-stack">
      <section className="side l-stack l-stack--tight">
        <h2>{t('detail.evidence')}</h2>
        <EvidencePart evidence={evidence} />
      </section>
      <section className="side u-screen">
        <h2>{t('detail.more')}</h2>
        <ul className="list">
          <li>
            <a href="/circulo">{t('detail.circle')}</a>
          </li>
          <li>
            <a href={`/propuestas?compromiso=${commitmentSlug}`}>{t('detail.same_commitment')}</a>
          </li>
        </ul>
      </section>
    </div>
  );
}
