import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { MentionAct, MentionLink } from '#app/domains/groups/schema.ts';
import { listOrganisations } from '#app/domains/groups/get-call.server.ts';
import { listOrganisationChoices } from '#app/domains/groups/list-organisation-choices.server.ts';
import { getMention } from '#app/domains/groups/list-mentions.server.ts';
import { readOrganisation } from '#app/domains/groups/read-organisation.server.ts';
import {
  discardMention,
  linkMention,
  nameMention,
  reopenMention,
} from '#app/domains/groups/settle-mention.server.ts';
import { OpenMention, SettledMention } from '#app/domains/groups/ui/settle-forms.tsx';
import { useOrganisationLabels } from '#app/domains/groups/ui/organisation-fields.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const { mention, likely } = await getMention(db, actor, params['nombre']);
  const [all, choices] = await Promise.all([
    listOrganisations(db),
    listOrganisationChoices(db, locale),
  ]);
  return {
    // The name was declared: it stands on the page, not in the title that browsers keep in their history.
    title: visit.t('groups')('mention.one'),
    mention,
    likely: likely.flatMap((id) => all.filter((organisation) => organisation.id === id)),
    all,
    choices,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const { act: what } = parseForm(form, MentionAct);
    const id = params['nombre'];
    if (what === 'enlazar')
      await linkMention(actor, id, parseForm(form, MentionLink).organisationId);
    else if (what === 'nombrar') await nameMention(actor, id, readOrganisation(form, visit.locale));
    else if (what === 'descartar') await discardMention(actor, id);
    else {
      await reopenMention(actor, id);
      return redirectTo(`/facilitacion/grupos/nombres/${id}`, { notice: 'mention_reopened' });
    }
    return redirectTo('/facilitacion/grupos#escritos', {
      notice: {
        enlazar: 'mention_linked',
        nombrar: 'mention_named',
        descartar: 'mention_discarded',
      }[what],
    });
  },
  { form: true },
);

/** One name that people wrote: which group of the catalogue it is, a new one, or none. */
export default function WrittenName() {
  const { mention, likely, all, choices } = useLoaderData<typeof loader>();
  const t = useT('groups');
  const ofSite = useT('common');
  const form = useFormState({ ...useOrganisationLabels(), organizacion: t('mention.which') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/facilitacion', label: ofSite('nav.meetings') },
          { href: '/facilitacion/grupos', label: t('call.catalogue.title') },
        ]}
        current={t('mention.one')}
        title={mention.written}
        lead={t('mention.from', { title: mention.meetingTitle })}
        meta={
          mention.people !== null && (
            <p className="u-mute">{t('mention.people', { count: mention.people })}</p>
          )
        }
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {mention.looksPersonal && (
          <Notice kind="sun" icon="eye" title={t('mention.personal')}>
            {t('mention.personal.text')}
          </Notice>
        )}
        {mention.organisation || mention.isDiscarded ? (
          <SettledMention mention={mention} />
        ) : (
          <OpenMention mention={mention} likely={likely} all={all} choices={choices} form={form} />
        )}
      </div>
    </div>
  );
}
