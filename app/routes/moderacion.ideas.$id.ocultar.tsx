import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getHideable } from '#app/domains/moderation/get-hideable.server.ts';
import { hideIdeaPart } from '#app/domains/moderation/hide-idea-part.server.ts';
import { PartForm } from '#app/domains/moderation/schema.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('moderacion');
  const { idea, texts, words } = await getHideable(visit.db, actor, params['id'], now());
  return { title: visit.t('moderation')('part.title'), idea, texts, words };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('moderacion');
    await hideIdeaPart(actor, params['id'] ?? '', parseForm(form, PartForm));
    return redirectTo(`/moderacion/ideas/${params['id']}`, { notice: 'part_hidden' });
  },
  { form: true },
);

/** A moderator hides personal data in an idea: which words, and why. */
export default function HidePart() {
  const { title, idea, texts, words } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({ partes: t('part.words'), explicacion: t('part.why') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: `/moderacion/ideas/${idea.id}`, label: idea.title }]}
        current={title}
        title={title}
        lead={t('part.lead')}
      />
      <div className="l-form">
        <FormMessages form={form} />
        {texts.map(({ text, marks }) => (
          <blockquote key={text} className="quote">
            <Prose text={text} lang={idea.lang} marks={marks} />
          </blockquote>
        ))}
        <form method="post" noValidate>
          <TextField
            name="partes"
            label={t('part.words')}
            hint={t('part.words.hint')}
            rows={4}
            maxLength={4000}
            value={form.value('partes', words.join('\n'))}
            error={form.errors('partes')}
          />
          <TextField
            name="explicacion"
            label={t('part.why')}
            hint={t('part.why.hint')}
            rows={3}
            maxLength={2000}
            value={form.value('explicacion', t('part.why.usual'))}
            error={form.errors('explicacion')}
          />
          <div className="l-row l-gap">
            <Button kind="go">{t('part.hide')}</Button>
            <ButtonLink href={`/moderacion/ideas/${idea.id}`}>{t('report.back')}</ButtonLink>
          </div>
        </form>
      </div>
    </div>
  );
}
