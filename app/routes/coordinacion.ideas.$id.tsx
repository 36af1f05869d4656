import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { advanceDecidedIdea } from '#app/domains/ideas/advance-decided-idea.server.ts';
import { listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';
import { isAhead, stepNumber } from '#app/domains/ideas/rules.ts';
import { AdvanceForm as AdvanceFields } from '#app/domains/ideas/schema.ts';
import { AdvanceForm } from '#app/domains/ideas/ui/advance-form.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { MiniRoad } from '#app/ui/road.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('coordinacion');
  const idea = await getIdea(visit.db, params.id);
  authorize(canSeeIdea(actor, idea));
  const entries = await listStepEntries(visit.db, idea.id);
  return {
    title: visit.t('coordination')('idea.title'),
    idea: { id: idea.id, number: idea.number, title: idea.title, lang: idea.lang, step: idea.step },
    entries,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('coordinacion');
    const idea = await getIdea(visit.db, params.id);
    await advanceDecidedIdea(actor, { ideaId: idea.id, ...parseForm(form, AdvanceFields) });
    return redirectTo(`/ideas/${idea.id}`, { notice: 'idea_advanced' });
  },
  { form: true },
);

const steps = ['en_el_compromiso', 'cumplida'] as const;

export default function AdvanceIdea() {
  const { idea, entries } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const c = useT('common');
  const f = useFormat();
  const form = useFormState();
  const ahead =
    stepNumber(idea.step) >= stepNumber('decidida')
      ? steps.filter((step) => isAhead(idea.step, step)).slice(0, 1)
      : [];
  return (
    <div className="l-wrap">
      <PageHead
        title={idea.title}
        lang={idea.lang}
        crumbs={[{ href: '/coordinacion', label: t('home.title') }]}
        current={t('idea.number', { number: idea.number })}
        lead={t('idea.lead')}
        meta={
          <p>
            <MiniRoad at={stepNumber(idea.step)} label={c(`road.step.${idea.step}`)} />
          </p>
        }
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {entries.length > 0 && (
          <section className="l-stack l-stack--tight" aria-labelledby="camino">
            <h2 id="camino">{t('idea.walked')}</h2>
            <ul className="list">
              {entries.map((entry) => (
                <li key={entry.step}>
                  <span>
                    <strong>{c(`road.step.${entry.step}`)}</strong> {entry.note}
                  </span>
                  <time dateTime={entry.reachedAt.toISOString()}>
                    {f.date(entry.reachedAt, 'short')}
                  </time>
                </li>
              ))}
            </ul>
          </section>
        )}
        {ahead.length > 0 ? (
          <AdvanceForm ahead={ahead} form={form} />
        ) : (
          <Notice kind="info">{t(idea.step === 'cumplida' ? 'idea.done' : 'idea.early')}</Notice>
        )}
        <p>
          <a href={`/ideas/${idea.id}`}>{t('idea.see')}</a>
        </p>
      </div>
    </div>
  );
}
