import type { TriageItem } from '#app/domains/moderation/get-triage-item.server.ts';
import type { Reason } from '#app/domains/moderation/types.ts';
import { ClaimState } from '#app/domains/moderation/ui/claim-state.tsx';
import { DecisionForm } from '#app/domains/moderation/ui/decision-form.tsx';
import type { DeskPlace } from '#app/domains/moderation/ui/desk-links.ts';
import { AuthorPast, ItemHistory } from '#app/domains/moderation/ui/item-history.tsx';
import { ItemMoves } from '#app/domains/moderation/ui/item-moves.tsx';
import {
  Findings,
  ItemHead,
  ItemText,
  SimilarTable,
  type PanelIdea,
} from '#app/domains/moderation/ui/item-panel.tsx';
import { Shortcuts } from '#app/domains/moderation/ui/shortcuts.tsx';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** One item as the desk shows it. */
type PanelItem = Omit<TriageItem, 'idea'>;

/** What waits: the text, what the checks found, what looks like it, who wrote it and what happened so far. */
export function ItemSection({
  idea,
  item,
  place,
  decides,
}: {
  idea: PanelIdea;
  item: PanelItem;
  place: DeskPlace;
  /** Whether the reader is a moderator; coordinators only read. */
  decides: boolean;
}) {
  const t = useT('moderation');
  const locale = useLocale();
  return (
    <section aria-labelledby="pieza" className="l-stack">
      <ItemHead
        idea={idea}
        title={item.text.title}
        clock={item.clock}
        commitment={locale === 'en' ? idea.commitment.titleEn : idea.commitment.titleEs}
      />
      {item.decisions.length > 0 && (
        <ClaimState ideaId={idea.id} place={place} claim={item.claim} />
      )}
      <ItemText text={item.text} marks={item.marks} before={item.before} lang={idea.lang} />
      <Findings findings={idea.findings} />
      {decides && !item.own && (
        <p>
          <a className="more" href={`/moderacion/ideas/${idea.id}/ocultar`}>
            {t('part.title')}
          </a>
        </p>
      )}
      {idea.state === 'publicada' && (
        <p>
          <a className="more" href={`/ideas/${idea.id}`}>
            {t('item.open_public')}
          </a>
        </p>
      )}
      <SimilarTable similar={item.similar} />
      <AuthorPast author={item.author} />
      <ItemHistory events={item.history} />
    </section>
  );
}

type DecisionProps = {
  item: PanelItem;
  reasons: Reason[];
  commitments: { slug: string; number: number; title: string }[];
  petitionDue: Date;
  next: string | null;
  previous: string | null;
  /** Whether the reader is a moderator; coordinators only read. */
  decides: boolean;
};

/** The decision, or why there is none to take here. */
export function DecisionSection(props: DecisionProps) {
  const { item, reasons, commitments, petitionDue, next, previous, decides } = props;
  const t = useT('moderation');
  const form = useFormState({
    decision: t('decide.legend'),
    motivo: t('batch.reason'),
    explicacion: t('decide.explanation'),
    compromiso: t('decide.commitment'),
    duplicada_de: t('decide.kept'),
    entidad_competente: t('decide.body'),
    radicado: t('decide.case'),
    nota: t('decide.note'),
  });
  const taken = item.claim !== null && !item.claim.mine;
  const closed = decides ? t('decide.closed') : t('desk.reader');
  return (
    <section aria-labelledby="decide" className="l-stack l-stack--tight">
      <h2 id="decide">{t('decide.heading')}</h2>
      <FormMessages form={form} />
      {item.decisions.length > 0 && !taken ? (
        <DecisionForm
          decisions={item.decisions}
          edit={item.before !== null}
          taken={item.taken}
          reasons={reasons}
          commitments={commitments}
          similar={item.similar}
          petitionDue={petitionDue}
          next={next}
          previous={previous}
          form={form}
        />
      ) : (
        <>
          {!taken && <Notice>{item.own ? t('decide.own') : closed}</Notice>}
          <ItemMoves next={next} previous={previous} />
        </>
      )}
      <Shortcuts />
    </section>
  );
}
