import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { readLetter } from '#app/domains/letters/get-letter.server.ts';
import { handleLetter } from '#app/domains/letters/handle-letter.server.ts';
import { isSettled } from '#app/domains/letters/rules.ts';
import { LetterAct } from '#app/domains/letters/schema.ts';
import { LetterActs, TakeForm } from '#app/domains/letters/ui/letter-acts.tsx';
import { LetterClock, LetterKindName } from '#app/domains/letters/ui/letter-clock.tsx';
import { LetterSide } from '#app/domains/letters/ui/letter-side.tsx';
import { LetterSteps } from '#app/domains/letters/ui/letter-steps.tsx';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('coordinacion');
  const { letter, may } = await readLetter(actor, params['id']);
  return {
    title: visit.t('letters')('one.heading', { number: letter.label }),
    letter: { ...letter, personId: null, handlerId: null },
    isMine: letter.handlerId === actor.personId,
    may,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('coordinacion');
    await handleLetter(actor, params['id'], parseForm(form, LetterAct));
    return redirectTo(`/coordinacion/solicitudes/${params['id']}`, { notice: 'letter_handled' });
  },
  { form: true },
);

/** One letter: what was written, what happened, what can be done. */
export default function Letter() {
  const { title, letter, isMine, may } = useLoaderData<typeof loader>();
  const t = useT('letters');
  const form = useFormState();
  const isOpen = !isSettled(letter);
  return (
    <CoordinationPage
      part="solicitudes"
      title={title}
      crumbs={[{ href: '/coordinacion/solicitudes', label: t('desk.title') }]}
      current={letter.label}
      lead={
        <>
          <LetterKindName kind={letter.kind} claim={letter.claim} />. {t(`state.${letter.state}`)}.{' '}
          <LetterClock clock={letter.clock} settledAt={letter.settledAt} />
        </>
      }
      form={form}
    >
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          <section aria-labelledby="escrito" className="l-stack l-stack--tight">
            <h2 id="escrito">{t('one.body')}</h2>
            {letter.erasedAt ? t('own.erased') : <Prose text={letter.body} lang={letter.lang} />}
          </section>
          <section aria-labelledby="pasos" className="l-stack l-stack--tight">
            <h2 id="pasos">{t('own.steps')}</h2>
            <LetterSteps steps={letter.steps} />
          </section>
          {isOpen && (
            <section aria-labelledby="haz" className="l-stack">
              <h2 id="haz">{t('one.acts')}</h2>
              <TakeForm isMine={isMine} may={may} />
              <LetterActs letter={letter} may={may} form={form} />
            </section>
          )}
        </div>
        <LetterSide letter={letter} />
      </div>
    </CoordinationPage>
  );
}
