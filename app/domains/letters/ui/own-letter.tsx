import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { OwnLetter } from '#app/domains/letters/get-letter.server.ts';
import { letterLimits } from '#app/domains/letters/schema.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LetterKindName } from '#app/domains/letters/ui/letter-clock.tsx';
import { LetterSteps } from '#app/domains/letters/ui/letter-steps.tsx';

/** What comes next, and by when. */
export function OwnLead({ letter }: { letter: OwnLetter }) {
  const t = useT('letters');
  const f = useFormat();
  const { clock, replyUntil, settledAt, dueAt, state } = letter;
  if (settledAt) return <>{t('own.lead.settled', { date: f.date(settledAt) })}</>;
  if (state === 'pedida' && replyUntil)
    return (
      <>
        {t(clock?.due === 'hold' ? 'own.lead.hold' : 'own.lead.ask', { date: f.date(replyUntil) })}
      </>
    );
  return (
    <>{t(clock?.due === 'late' ? 'own.lead.late' : 'own.lead.open', { date: f.date(dueAt) })}</>
  );
}

function OwnFacts({ letter }: { letter: OwnLetter }) {
  const t = useT('letters');
  const f = useFormat();
  return (
    <Facts
      items={[
        {
          key: 'code',
          term: t('own.code'),
          value: (
            <>
              <code>{letter.code}</code> {t('own.code.text')}
            </>
          ),
        },
        {
          key: 'kind',
          term: t('own.kind'),
          value: <LetterKindName kind={letter.kind} claim={letter.claim} />,
        },
        { key: 'sent', term: t('own.sent'), value: f.date(letter.sentAt, 'moment') },
        { key: 'due', term: t('own.due'), value: f.date(letter.dueAt) },
        ...(letter.isErased
          ? []
          : [
              {
                key: 'reach',
                term: t('own.reach'),
                value: t(letter.isMailed ? 'own.reach.mail' : 'own.reach.phone'),
              },
            ]),
      ]}
    />
  );
}

/** A letter for who wrote it: what happened, what is asked, what was answered. */
export function OwnLetterPage({ letter, form }: { letter: OwnLetter; form: FormState }) {
  const t = useT('letters');
  return (
    <div className="l-stack l-stack--wide">
      {letter.state === 'pedida' && (
        <form method="post" className="l-form" noValidate>
          <TextField
            name="texto"
            label={t('own.reply')}
            rows={5}
            maxLength={letterLimits.text}
            value={form.value('texto')}
            error={form.errors('texto')}
          />
          <p>
            <Button kind="go">{t('own.reply.send')}</Button>
          </p>
        </form>
      )}
      <section aria-labelledby="pasos" className="l-stack">
        <h2 id="pasos">{t('own.steps')}</h2>
        <LetterSteps steps={letter.steps} />
        {letter.kind === 'datos' && letter.settledAt && <Notice>{t('own.sic')}</Notice>}
      </section>
      <OwnFacts letter={letter} />
      {letter.isErased ? (
        <Notice>{t('own.erased')}</Notice>
      ) : (
        <section aria-labelledby="escrito" className="l-stack l-stack--tight">
          <h2 id="escrito">{t('own.body')}</h2>
          <Prose text={letter.body} lang={letter.lang} />
        </section>
      )}
    </div>
  );
}
