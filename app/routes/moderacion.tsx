import { useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { batchLimit, decideMany } from '#app/domains/moderation/decide-many.server.ts';
import { findNextFree, getDesk, listQueue } from '#app/domains/moderation/get-queue.server.ts';
import { listReasons } from '#app/domains/moderation/list-reasons.server.ts';
import { readScopes } from '#app/domains/moderation/policy.ts';
import { BatchForm as BatchShape, QueueFilters } from '#app/domains/moderation/schema.ts';
import { BatchForm } from '#app/domains/moderation/ui/batch-form.tsx';
import { DeskBar, DeskTabs } from '#app/domains/moderation/ui/desk-bar.tsx';
import { itemHref, placeQuery } from '#app/domains/moderation/ui/desk-links.ts';
import { CommitmentChips, NothingWaits } from '#app/domains/moderation/ui/queue-filter.tsx';
import { QueueList } from '#app/domains/moderation/ui/queue-list.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const handle = { desk: true };
export const meta = titleOf;

const pageSize = { queue: 30, quarantine: 100 };

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const actor = visit.requireRole('moderacion', 'coordinacion');
  const { view, commitmentSlug } = QueueFilters.parse(Object.fromEntries(url.searchParams));
  const at = now();
  const limit = view === 'cuarentena' ? pageSize.quarantine : pageSize.queue;
  const decides = hasRole(actor, 'moderacion');
  const [desk, queue, first, reasons] = await Promise.all([
    getDesk(db, actor, locale, at, commitmentSlug),
    listQueue(db, actor, {
      view,
      commitmentSlug,
      cursor: url.searchParams.get('cursor'),
      limit,
      locale,
      at,
    }),
    decides ? findNextFree(db, actor, { view, commitmentSlug }, null, at) : null,
    view === 'cuarentena' ? listReasons(db, locale, at) : [],
  ]);
  return {
    title: visit.t('moderation')('desk.title'),
    desk,
    place: { view, commitmentSlug },
    items: queue.items,
    next: queue.next,
    first,
    decides,
    everything: readScopes(actor) === 'all',
    batch: view === 'cuarentena' && decides && queue.items.length > 0,
    max: batchLimit,
    reasons: reasons.filter((reason) => reason.decision === 'rechazar' && !reason.asksBody),
  };
});

export const action = act(
  async ({ visit, form, url }) => {
    const actor = visit.requireRole('moderacion', 'coordinacion');
    const { commitmentSlug } = QueueFilters.parse(Object.fromEntries(url.searchParams));
    const input = parseForm(form, BatchShape, ['ids']);
    const { skipped } = await decideMany(actor, { ...input, commitmentSlug });
    return redirectTo(`/moderacion${placeQuery({ view: 'cuarentena', commitmentSlug })}`, {
      notice: skipped > 0 ? 'ideas_rejected_some' : 'ideas_rejected',
    });
  },
  { form: true },
);

/** The queue: what waits for a moderator, the oldest first. */
export default function ModerationQueue() {
  const { desk, place, items, next, first, decides, everything, batch, max, reasons } =
    useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({
    ids: t('batch.ids'),
    motivo: t('batch.reason'),
    explicacion: t('batch.explanation'),
  });
  const here = placeQuery(place);
  const more = next && `/moderacion${here ? `${here}&` : '?'}cursor=${next}`;
  return (
    <>
      <DeskBar desk={desk} everything={everything} reads={!decides} />
      <div className="l-wrap l-wrap--full l-stack l-end">
        <DeskTabs desk={desk} place={place} current="queue" />
        <FormMessages form={form} />
        <div className="l-row l-row--ends">
          <div>
            <h2>{t('queue.heading')}</h2>
            <p className="u-mute">{t('queue.order')}</p>
          </div>
          {first && (
            <ButtonLink kind="go" icon="arrow" href={itemHref(first, place)}>
              {t('queue.start')}
            </ButtonLink>
          )}
        </div>
        <CommitmentChips commitments={desk.commitments} place={place} />
        {items.length === 0 && <NothingWaits place={place} />}
        {batch ? (
          <BatchForm
            items={items}
            place={place}
            total={desk.counts.cuarentena}
            max={max}
            reasons={reasons}
            form={form}
          />
        ) : (
          <QueueList items={items} place={place} />
        )}
        <Pager next={more} />
      </div>
    </>
  );
}
