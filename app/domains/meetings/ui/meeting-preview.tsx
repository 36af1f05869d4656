import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import type { MeetingInput } from '#app/domains/meetings/schema.ts';
import { whenOf, whereOf } from '#app/domains/meetings/share-text.ts';
import { AccessList } from '#app/domains/meetings/ui/access-list.tsx';
import type { MeetingChoices } from '#app/domains/meetings/ui/meeting-fields.tsx';
import { Facts } from '#app/ui/facts.tsx';

/** What everybody will read of a meeting, before it is saved. */
export function MeetingPreview({
  input,
  choices,
}: {
  input: MeetingInput;
  choices: MeetingChoices;
}) {
  const t = useT('meetings');
  const f = useFormat();
  const locale = useLocale();
  const locality = choices.localities.find((item) => item.code === input.localityCode);
  const { day, hours } = whenOf(input, locale);
  const place = whereOf({ ...input, locality: locality ?? null }, t);
  const access = choices.access.filter((item) => input.access.includes(item.code));
  return (
    <section className="panel l-stack" aria-labelledby="vista">
      <h2 id="vista">{t('prepare.preview.title')}</h2>
      <h3>{input.title}</h3>
      <p className="prose">{input.purpose}</p>
      <Facts
        items={[
          { term: t('prepare.kind'), value: t(`kind.${input.kind}`) },
          { term: t('prepare.when'), value: `${day}, ${hours}` },
          { term: t('prepare.where'), value: place },
          {
            term: t('prepare.places'),
            value:
              input.capacity === null
                ? t('prepare.places.none')
                : t('prepare.places.count', { count: input.capacity - input.reserved }),
          },
          ...(input.kind === 'feria'
            ? []
            : [
                { term: t('prepare.closes'), value: f.date(input.closesAt, 'moment') },
                { term: t('prepare.allocation'), value: t(`allocation.${input.allocation}`) },
              ]),
          {
            term: t('prepare.commitments'),
            value: choices.commitments
              .filter((item) => input.commitments.includes(item.slug))
              .map((item) => `${item.number}. ${item.shortTitle}`)
              .join(' · '),
          },
        ]}
      />
      {access.length > 0 && <AccessList items={access} />}
      {input.accessNote && <p>{input.accessNote}</p>}
    </section>
  );
}
