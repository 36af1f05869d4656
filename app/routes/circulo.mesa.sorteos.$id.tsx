import { certain } from '#app/kernel/certain.ts';
import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { commitSecret, revealSecret } from '#app/domains/draw/add-secret.server.ts';
import { drawLimits, mayShare, seedRule } from '#app/domains/draw/rules.ts';
import { CommitmentForm, SecretForm, ShareForm } from '#app/domains/draw/schema.ts';
import { getSharedDraw } from '#app/domains/draw/get-draw.server.ts';
import { ShareList } from '#app/domains/draw/ui/draw-facts.tsx';
import { CommitSecret, RevealSecret } from '#app/domains/draw/ui/secret-forms.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle = { script: true, ns: ['circle', 'draw', 'groups'] };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('circulo');
  const { meeting, draw, own } = await getSharedDraw(visit.db, actor, params['id']);
  const at = now();
  return {
    title: `${visit.t('draw')('draw.secret.title')} · ${meeting.title}`,
    meeting: { id: meeting.id, title: meeting.title, lang: meeting.lang },
    draw,
    now: at,
    own: own ? { commitment: own.commitment, isRevealed: own.secret !== null } : null,
    commits: mayShare(draw, at, 'commit').allowed,
    isFew: seedRule(draw) === 'too_few',
    reveals: mayShare(draw, at, 'reveal').allowed,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('circulo');
    const back = (notice: string) =>
      redirectTo(`/circulo/mesa/sorteos/${params['id']}`, { notice });
    if (parseForm(form, ShareForm).act === 'commit') {
      await commitSecret(actor, params['id'], parseForm(form, CommitmentForm).commitment);
      return back('secret_committed');
    }
    await revealSecret(actor, params['id'], parseForm(form, SecretForm).secret);
    return back('secret_revealed');
  },
  { form: true },
);

/** Where a person of the Circle adds to the seed of a draw. */
export default function SharedDraw() {
  const { meeting, draw, now, own, commits, reveals, isFew } = useLoaderData<typeof loader>();
  const t = useT('draw');
  const c = useT('circle');
  const f = useFormat();
  const form = useFormState({
    huella: t('draw.secret.hash'),
    secreto: t('draw.secret.reveal.field'),
  });
  const of = (accion: string) => (form.value('accion') === accion ? form : null);
  const at = f.date(certain(draw.sharesUntil), 'moment');
  const until = f.date(certain(draw.revealUntil), 'moment');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('draw.secret.title')}
        above={<span lang={meeting.lang}>{meeting.title}</span>}
        crumbs={[{ href: '/circulo/mesa', label: c('desk.title') }]}
        current={t('draw.page.title')}
        lead={t('draw.secret.lead', { at, until })}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {commits && own && (
          <Notice kind="done">
            {t('draw.secret.committed', {
              hash: own.commitment.slice(0, 16),
              at,
            })}
          </Notice>
        )}
        {commits && <CommitSecret form={of('comprometer')} />}
        {own?.isRevealed && <Notice kind="done">{t('draw.secret.revealed')}</Notice>}
        {reveals && own && !own.isRevealed && <RevealSecret form={of('revelar')} />}
        {!commits && !own && <Notice>{t('draw.secret.none')}</Notice>}
        {!commits && !reveals && own && !own.isRevealed && (
          <Notice>
            {isFew
              ? t('draw.trust.shares_too_few', { n: drawLimits.shares })
              : t('draw.secret.over')}
          </Notice>
        )}
        <section className="l-stack" aria-labelledby="secretos">
          <h2 id="secretos">{t('draw.shares.title')}</h2>
          <ShareList draw={draw} now={now} />
        </section>
        <p>
          <a href={`/talleres/${meeting.id}/sorteo`}>{t('draw.public.see')}</a>
        </p>
      </div>
    </div>
  );
}
