import { useActionData, useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { CatalogueAct, MergeForm, OrganisationForm } from '#app/domains/groups/schema.ts';
import { countOrganisations, listOrganisations } from '#app/domains/groups/get-call.server.ts';
import { listMentions } from '#app/domains/groups/list-mentions.server.ts';
import { mergeOrganisations } from '#app/domains/groups/merge-organisations.server.ts';
import { canMendOrganisations } from '#app/domains/groups/policy.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import {
  OrganisationFields,
  sayOrganisation,
  useOrganisationLabels,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { WrittenNames } from '#app/domains/groups/ui/written-names.tsx';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
  const { db, locale } = visit;
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 160);
  const [found, all, counts, mentions, options, localities] = await Promise.all([
    search ? listOrganisations(db, search) : null,
    listOrganisations(db),
    countOrganisations(db),
    listMentions(db, actor),
    recallOptions(db, locale),
    listLocalities(db),
  ]);
  return {
    title: visit.t('groups')('call.catalogue.title'),
    search,
    found: found ?? all,
    all: all.map(({ id, name, kind, locality, contact }) => ({
      id,
      name,
      kind,
      locality,
      contact,
    })),
    counts,
    mentions,
    mends: canMendOrganisations(actor).allowed,
    choices: {
      kinds: options.organizacion_tipo
        .filter((kind) => kind.code !== declined)
        .map(({ code, label }) => ({ code, label })),
      localities: localities.map(({ code, name }) => ({ code, name })),
    },
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
    const { accion } = parseForm(form, CatalogueAct);
    if (accion === 'unir') await mergeOrganisations(actor, parseForm(form, MergeForm));
    else await saveOrganisation(actor, parseForm(form, OrganisationForm));
    return redirectTo('/facilitacion/grupos', {
      notice: accion === 'unir' ? 'groups_merged' : 'group_saved',
    });
  },
  { form: true },
);

export default function Groups() {
  const { search, found, all, counts, mentions, mends, choices } = useLoaderData<typeof loader>();
  const posted = (useActionData() as { values?: { accion?: string; id?: string } } | undefined)
    ?.values;
  const t = useT('groups');
  const ofMeetings = useT('meetings');
  const f = useFormat();
  const form = useFormState({
    ...useOrganisationLabels(),
    queda: t('call.merge.stays'),
    sobra: t('call.merge.goes'),
  });
  const merging = posted?.accion === 'unir' ? form : null;
  const options = all.map((organisation) => ({
    value: organisation.id,
    label: sayOrganisation(organisation, choices.kinds),
  }));
  return (
    <div className="l-wrap">
      <PageHead
        title={t('call.catalogue.heading', { count: counts.known })}
        crumbs={
          mends
            ? [{ href: '/facilitacion', label: ofMeetings('desk.title') }]
            : [{ href: '/circulo/convocar', label: t('call.circle.title') }]
        }
        current={t('call.catalogue.title')}
        lead={t('call.catalogue.lead')}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        <Facts
          items={[
            { term: t('call.catalogue.invited'), value: f.number(counts.invited) },
            { term: t('call.catalogue.took_part'), value: f.number(counts.tookPart) },
          ]}
        />
        {mends && <WrittenNames mentions={mentions} />}
        <section aria-labelledby="nuevo">
          <h2 id="nuevo">{t('call.group.new')}</h2>
          <Fold summary={t('call.group.open')} open={posted?.accion === 'grupo' && !posted.id}>
            <OrganisationFields
              choices={choices}
              form={posted?.accion === 'grupo' && !posted.id ? form : null}
              suffix="nuevo"
            />
          </Fold>
        </section>
        <section aria-labelledby="conocidos">
          <h2 id="conocidos">{t('call.catalogue.known')}</h2>
          <form method="get" role="search" className="l-form">
            <TextField
              name="q"
              type="search"
              optional
              label={t('call.catalogue.search')}
              value={search}
            />
            <p className="l-end">
              <Button icon="search">{t('call.catalogue.find')}</Button>
            </p>
          </form>
          {search && <p role="status">{t('call.catalogue.found', { count: found.length })}</p>}
          <ul className="list--folds" role="list">
            {found.map((organisation) => (
              <li key={organisation.id}>
                {mends ? (
                  <Fold
                    summary={sayOrganisation(organisation, choices.kinds)}
                    open={posted?.id === organisation.id}
                  >
                    <OrganisationFields
                      organisation={organisation}
                      choices={choices}
                      form={posted?.id === organisation.id ? form : null}
                      suffix={organisation.id}
                    />
                  </Fold>
                ) : (
                  sayOrganisation(organisation, choices.kinds)
                )}
              </li>
            ))}
          </ul>
        </section>
        {mends && all.length > 1 && (
          <section aria-labelledby="unir">
            <h2 id="unir">{t('call.merge.title')}</h2>
            <p>{t('call.merge.text')}</p>
            <Fold summary={t('call.merge.open')} open={merging !== null}>
              <form method="post" noValidate className="l-form">
                <SelectField
                  name="queda"
                  label={t('call.merge.stays')}
                  empty={t('call.invite.group.empty')}
                  value={merging?.value('queda')}
                  error={merging?.errors('queda')}
                  options={options}
                />
                <SelectField
                  name="sobra"
                  label={t('call.merge.goes')}
                  hint={t('call.merge.goes.hint')}
                  empty={t('call.invite.group.empty')}
                  value={merging?.value('sobra')}
                  error={merging?.errors('sobra')}
                  options={options}
                />
                <p className="l-end">
                  <Button name="accion" value="unir">
                    {t('call.merge')}
                  </Button>
                </p>
              </form>
            </Fold>
          </section>
        )}
      </div>
    </div>
  );
}
