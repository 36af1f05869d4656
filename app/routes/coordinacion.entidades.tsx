import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listInstitutionDrafts } from '#app/domains/plan/get-drafts.server.ts';
import { saveInstitution } from '#app/domains/plan/save-institution.server.ts';
import { InstitutionForm } from '#app/domains/plan/schema.ts';
import type { InstitutionDraft } from '#app/domains/plan/types.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { BothFields } from '#app/ui/both-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { useFormState, type FormState } from '#app/ui/form-state.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const institutions = await listInstitutionDrafts(visit.db, visit.requireRole('coordinacion'));
  return { title: visit.t('coordination')('institutions.title'), institutions };
});

export const action = act(
  async ({ visit, form }) => {
    const { changed } = await saveInstitution(
      visit.requireRole('coordinacion'),
      parseForm(form, InstitutionForm),
    );
    return redirectTo('/coordinacion/entidades', {
      notice: changed ? 'institution_saved' : 'nothing_changed',
    });
  },
  { form: true },
);

/** One form for each institution; only the one that was posted shows what was wrong. */
function InstitutionFields({
  institution,
  form,
}: {
  institution?: InstitutionDraft;
  form: FormState | null;
}) {
  const t = useT('coordination');
  const suffix = form ? '' : `-${institution?.id ?? 'nueva'}`;
  return (
    <form method="post" className="l-form">
      {institution && <input type="hidden" name="id" value={institution.id} />}
      <BothFields
        name="nombre"
        idOf={(field) => `${field}${suffix}`}
        label={(language) => t(`field.name.${language}`)}
        kept={institution?.name}
        form={form}
        maxLength={160}
      />
      <p className="l-end">
        <Button>{t('save')}</Button>
      </p>
    </form>
  );
}

export default function Institutions() {
  const { institutions } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const form = useFormState();
  return (
    <CoordinationPage
      part="entidades"
      title={t('institutions.heading', { count: institutions.length })}
      current={t('institutions.title')}
      lead={t('institutions.lead')}
      form={form}
    >
      <section aria-labelledby="nueva">
        <h2 id="nueva">{t('institutions.new')}</h2>
        <InstitutionFields form={form.posted && form.value('id') === '' ? form : null} />
      </section>
      <section aria-labelledby="conocidas">
        <h2 id="conocidas">{t('institutions.known')}</h2>
        {institutions.map((each) => (
          <Fold key={each.id} summary={each.name.es} open={form.value('id') === each.id}>
            <InstitutionFields
              institution={each}
              form={form.value('id') === each.id ? form : null}
            />
          </Fold>
        ))}
      </section>
    </CoordinationPage>
  );
}
