import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import {
  readOwnProfile,
  saveProfile,
  withdrawProfile,
} from '#app/domains/declarations/save-profile.server.ts';
import { ProfileAct, ProfileForm as ProfileFields } from '#app/domains/declarations/schema.ts';
import { ProfileForm } from '#app/domains/declarations/ui/profile-form.tsx';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;
/** What somebody said of themselves: no browser keeps a copy. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = page(async ({ visit }) => {
  const actor = visit.requireActor();
  const [profile, options, localities] = [
    await readOwnProfile(actor, visit.facts.token ?? ''),
    await recallOptions(visit.db, visit.locale),
    await recallLocalities(visit.db),
  ];
  return {
    title: visit.t('accounts')('about.title'),
    profile,
    genders: options.genero.map(({ code, label }) => ({ value: code, label })),
    localities: localities.map(({ code, name }) => ({ value: code, label: name })),
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireActor();
    if (parseForm(form, ProfileAct).action === 'borrar') {
      await withdrawProfile(actor);
      return redirectTo('/cuenta/sobre-mi', { notice: 'profile_erased' });
    }
    await saveProfile(actor, parseForm(form, ProfileFields));
    return redirectTo('/cuenta/sobre-mi', { notice: 'profile_saved' });
  },
  { form: true },
);

/**
 * What an account may say of itself, so that ideas and supports can be set against the city.
 * Nothing here is needed.
 */
export default function AboutMe() {
  const { profile, genders, localities } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const w = useT('registration');
  const form = useFormState({
    genero: w('form.genero'),
    anio_nacimiento: w('form.anio'),
    localidad: w('form.localidad'),
    acepta_estadistica: t('about.consent'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('about.heading')}
        crumbs={[{ href: '/cuenta', label: t('account.title') }]}
        current={t('about.title')}
        lead={t('about.lead')}
      />
      <FormMessages form={form} />
      <ProfileForm profile={profile} genders={genders} localities={localities} form={form} />
    </div>
  );
}
