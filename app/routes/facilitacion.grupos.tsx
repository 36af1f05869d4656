import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { CatalogueAct, MergeForm } from '#app/domains/groups/schema.ts';
import { countOrganisations, listOrganisations } from '#app/domains/groups/get-call.server.ts';
import { listMentions } from '#app/domains/groups/list-mentions.server.ts';
import { listOrganisationChoices } from '#app/domains/groups/list-organisation-choices.server.ts';
import { mergeOrganisations } from '#app/domains/groups/merge-organisations.server.ts';
import { canMendOrganisations } from '#app/domains/groups/policy.ts';
import { readOrganisation } from '#app/domains/groups/read-organisation.server.ts';
import { saveOrganisation } from '#app/domains/groups/save-organisation.server.ts';
import { KnownGroups } from '#app/domains/groups/ui/known-groups.tsx';
import { MergeGroups, useMergeLabels } from '#app/domains/groups/ui/merge-groups.tsx';
import {
  OrganisationFields,
  useOrganisationLabels,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { WrittenNames } from '#app/domains/groups/ui/written-names.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
  const { db, locale } = visit;
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 160);
  const [found, all, counts, mentions, choices] = await Promise.all([
    search ? listOrganisations(db, search) : null,
    listOrganisations(db),
    countOrganisations(db),
    listMentions(db, actor),
    listOrganisationChoices(db, locale),
  ]);
  return {
    title: visit.t('groups')('call.catalogue.title'),
    search,
    found: found ?? all,
    all,
    counts,
    mentions,
    mends: canMendOrganisations(actor).allowed,
    choices,
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion', 'circulo');
    const { act: what } = parseForm(form, CatalogueAct);
    if (what === 'unir') await mergeOrganisations(actor, parseForm(form, MergeForm));
    else await saveOrganisation(actor, readOrganisation(form, visit.locale));
    return redirectTo('/facilitacion/grupos', {
      notice: what === 'unir' ? 'groups_merged' : 'group_saved',
    });
  },
  { form: true },
);

export default function Groups() {
  const loaded = useLoaderData<typeof loader>();
  const { all, counts, mentions, mends, choices } = loaded;
  const t = useT('groups');
  const ofSite = useT('common');
  const f = useFormat();
  const form = useFormState({ ...useOrganisationLabels(), ...useMergeLabels() });
  const adding = form.value('accion') === 'grupo' && form.value('id') === '';
  return (
    <div className="l-wrap">
      <PageHead
        title={t('call.catalogue.heading', { count: counts.known })}
        crumbs={
          mends
            ? [{ href: '/facilitacion', label: ofSite('nav.meetings') }]
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
          <Fold summary={t('call.group.open')} open={adding}>
            <OrganisationFields choices={choices} form={adding ? form : null} suffix="nuevo" />
          </Fold>
        </section>
        <KnownGroups {...loaded} form={form} />
        {mends && all.length > 1 && (
          <MergeGroups organisations={all} kinds={choices.kinds} form={form} />
        )}
      </div>
    </div>
  );
}
