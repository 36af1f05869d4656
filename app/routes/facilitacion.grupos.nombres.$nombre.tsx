import { useActionData, useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { MentionAct, MentionLink, OrganisationForm } from '#app/domains/groups/schema.ts';
import { listOrganisations } from '#app/domains/groups/get-call.server.ts';
import { getMention } from '#app/domains/groups/list-mentions.server.ts';
import {
  discardMention,
  linkMention,
  nameMention,
  reopenMention,
} from '#app/domains/groups/settle-mention.server.ts';
import {
  OrganisationFields,
  sayOrganisation,
  useOrganisationLabels,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const { mention, likely } = await getMention(db, actor, params['nombre']);
  const [all, options, localities] = await Promise.all([
    listOrganisations(db),
    recallOptions(db, locale),
    listLocalities(db),
  ]);
  return {
    // The name was declared: it stands on the page, not in the title that browsers keep in their history.
    title: visit.t('groups')('mention.one'),
    mention,
    likely: likely.flatMap((id) => all.filter((organisation) => organisation.id === id)),
    all,
    choices: {
      kinds: options.organizacion_tipo
        .filter((kind) => kind.code !== declined)
        .map(({ code, label }) => ({ code, label })),
      localities: localities.map(({ code, name }) => ({ code, name })),
    },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const { accion } = parseForm(form, MentionAct);
    const id = params['nombre'];
    if (accion === 'enlazar')
      await linkMention(actor, id, parseForm(form, MentionLink).organizacion);
    else if (accion === 'nombrar') await nameMention(actor, id, parseForm(form, OrganisationForm));
    else if (accion === 'descartar') await discardMention(actor, id);
    else {
      await reopenMention(actor, id);
      return redirectTo(`/facilitacion/grupos/nombres/${id}`, { notice: 'mention_reopened' });
    }
    return redirectTo('/facilitacion/grupos#escritos', {
      notice: {
        enlazar: 'mention_linked',
        nombrar: 'mention_named',
        descartar: 'mention_discarded',
      }[accion],
    });
  },
  { form: true },
);

/** One name that people wrote: which group of the catalogue it is, a new one, or none. */
export default function WrittenName() {
  const { mention, likely, all, choices } = useLoaderData<typeof loader>();
  const posted = (useActionData() as { values?: { accion?: string } } | undefined)?.values?.accion;
  const t = useT('groups');
  const ofMeetings = useT('meetings');
  const form = useFormState({ ...useOrganisationLabels(), organizacion: t('mention.which') });
  const settled = mention.organisation
    ? t('mention.is', { name: mention.organisation.name })
    : mention.isDiscarded
      ? t('mention.is_none')
      : null;
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/facilitacion', label: ofMeetings('desk.title') },
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
        {settled && (
          <form method="post" className="l-stack">
            <Notice kind="done">{settled}</Notice>
            <p>
              <Button name="accion" value="reabrir" icon="undo">
                {t('mention.reopen')}
              </Button>
            </p>
          </form>
        )}
        {!settled && (
          <>
            {likely.length > 0 && (
              <section className="l-stack" aria-labelledby="parecidos">
                <h2 id="parecidos">{t('mention.likely')}</h2>
                <ul className="door__list" role="list">
                  {likely.map((organisation) => (
                    <li key={organisation.id} className="door__row">
                      <span>{sayOrganisation(organisation, choices.kinds)}</span>
                      <form method="post">
                        <input type="hidden" name="organizacion" value={organisation.id} />
                        <Button
                          size="small"
                          icon="check"
                          name="accion"
                          value="enlazar"
                          aria-label={t('mention.link.name', { name: organisation.name })}
                        >
                          {t('mention.link')}
                        </Button>
                      </form>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section aria-labelledby="otro">
              <h2 id="otro">{t('mention.other')}</h2>
              <form method="post" noValidate className="l-form">
                <SelectField
                  name="organizacion"
                  label={t('mention.which')}
                  empty={t('call.invite.group.empty')}
                  value={posted === 'enlazar' ? form.value('organizacion') : ''}
                  error={form.errors('organizacion')}
                  options={all.map((organisation) => ({
                    value: organisation.id,
                    label: sayOrganisation(organisation, choices.kinds),
                  }))}
                />
                <p className="l-end">
                  <Button name="accion" value="enlazar">
                    {t('mention.link')}
                  </Button>
                </p>
              </form>
            </section>
            <section aria-labelledby="nuevo">
              <h2 id="nuevo">{t('mention.new')}</h2>
              <Fold summary={t('call.group.open')} open={posted === 'nombrar'}>
                <OrganisationFields
                  name={mention.written}
                  act="nombrar"
                  choices={choices}
                  form={posted === 'nombrar' ? form : null}
                  suffix="nuevo"
                />
              </Fold>
            </section>
            <section className="l-stack" aria-labelledby="ninguno">
              <h2 id="ninguno">{t('mention.no_group')}</h2>
              <p>{t('mention.no_group.text')}</p>
              <form method="post">
                <Button name="accion" value="descartar">
                  {t('mention.discard')}
                </Button>
              </form>
            </section>
          </>
        )}
      </div>
    </div>
  );
}
