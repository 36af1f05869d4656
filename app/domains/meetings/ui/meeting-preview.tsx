import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import type { MeetingInput } from '#app/domains/meetings/schema.ts';
import { whenOf, whereOf } from '#app/domains/meetings/share-text.ts';
import { AccessList } from '#app/domains/meetings/ui/access-list.tsx';
import type { MeetingChoices } from '#app/domains/meetings/ui/meeting-form.tsx';
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
  const locality = choices.localities.find((item) => item.code === input.localidad);
  const { day, hours } = whenOf({ startsAt: input.inicia, endsAt: input.termina }, locale);
  const place = whereOf(
    {
      title: input.titulo,
      startsAt: input.inicia,
      endsAt: input.termina,
      venue: input.lugar ?? '',
      address: input.direccion ?? '',
      locality: locality ?? null,
      modality: input.modalidad,
      kind: input.tipo,
    },
    t,
  );
  const access = choices.access.filter((item) => input.accesibilidad.includes(item.code));
  return (
    <section className="panel l-stack" aria-labelledby="vista">
      <h2 id="vista">{t('prepare.preview.title')}</h2>
      <h3>{input.titulo}</h3>
      <p className="prose">{input.para_que}</p>
      <Facts
        items={[
          { term: t('prepare.kind'), value: t(`kind.${input.tipo}`) },
          { term: t('prepare.when'), value: `${day}, ${hours}` },
          { term: t('prepare.where'), value: place },
          {
            term: t('prepare.places'),
            value:
              input.cupo === undefined
                ? t('prepare.places.none')
                : t('prepare.places.count', { count: input.cupo - input.reservados }),
          },
          ...(input.tipo === 'feria'
            ? []
            : [
                { term: t('prepare.closes'), value: f.date(input.cierra, 'moment') },
                { term: t('prepare.allocation'), value: t(`allocation.${input.reparto}`) },
              ]),
          {
            term: t('prepare.commitments'),
            value: choices.commitments
              .filter((item) => input.compromisos.includes(item.slug))
              .map((item) => `${item.number}. ${item.shortTitle}`)
              .join(' · '),
          },
        ]}
      />
      {access.length > 0 && <AccessList items={access} />}
      {input.accesibilidad_nota && <p>{input.accesibilidad_nota}</p>}
    </section>
  );
}
