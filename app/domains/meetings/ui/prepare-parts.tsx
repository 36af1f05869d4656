import { useT } from '#app/platform/i18n/use-t.ts';
import { lackingCount, type Warning } from '#app/domains/meetings/preparation.rules.ts';
import type { Lacking, Meeting, Preparation } from '#app/domains/meetings/types.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Where each thing that a meeting lacks is done, at its own pages. */
const places: Record<Exclude<Lacking, 'calls'>, string> = {
  publish: '/preparar#publicar',
  access: '/preparar#accesibilidad',
  facilitators: '/preparar#quienes',
  goals: '/convocar#metas',
  invitations: '/convocar',
  needs: '/apoyos',
  duplicates: '/repetidas',
  draw: '/sorteo',
  minutes: '/acta',
};

const hrefOf = (id: string, key: Lacking) =>
  key === 'calls' ? '/facilitacion/por-llamar' : `/facilitacion/talleres/${id}${places[key]}`;

/** What a meeting still lacks, each with its way there; nothing when nothing is missing. */
export function LackingList({
  id,
  lacking,
  done,
}: {
  id: string;
  lacking: Lacking[];
  done: Preparation;
}) {
  const t = useT('meetings');
  if (lacking.length === 0) return null;
  return (
    <section aria-labelledby="falta">
      <h2 id="falta">{t('prepare.lacking.title')}</h2>
      <ul className="list list--icons">
        {lacking.map((key) => (
          <li key={key}>
            <Icon name="arrow" />
            <a href={hrefOf(id, key)}>
              {t(`prepare.lacking.${key}`, { count: lackingCount(key, done) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What should be looked at before going on. */
export function Warnings({ warnings, openNeeds }: { warnings: Warning[]; openNeeds: number }) {
  const t = useT('meetings');
  return warnings.map((key) => (
    <Notice key={key} kind="sun">
      {t(`prepare.warning.${key}`, { count: openNeeds })}
    </Notice>
  ));
}

/** Publishing: everybody sees the meeting from then on. */
export function PublishMeeting() {
  const t = useT('meetings');
  return (
    <form method="post" className="panel l-stack" id="publicar" aria-labelledby="publicar-t">
      <h2 id="publicar-t">{t('prepare.publish.title')}</h2>
      <p>{t('prepare.publish.text')}</p>
      <p>
        <Button kind="go" name="accion" value="publicar">
          {t('prepare.publish')}
        </Button>
      </p>
    </form>
  );
}

/** How places are given; with the way to the draw, once there is one. */
function AllocationFact({ meeting }: { meeting: Meeting }) {
  const t = useT('meetings');
  const { id, state, allocation } = meeting;
  return (
    <>
      {t(`allocation.${allocation}`)}
      {allocation === 'sorteo' && state !== 'borrador' && (
        <>
          {' '}
          · <a href={`/facilitacion/talleres/${id}/sorteo`}>{t('prepare.draw.open')}</a>
        </>
      )}
    </>
  );
}

/** How the meeting stands: places, who facilitates it, its public pages. */
export function RunFacts({
  meeting,
  facilitators,
  gives,
}: {
  meeting: Meeting;
  facilitators: { id: string; name: string }[];
  gives: boolean;
}) {
  const t = useT('meetings');
  const { id, state, capacity, held, waiting } = meeting;
  const who =
    facilitators.length > 0
      ? facilitators.map((person) => person.name).join(', ')
      : t('prepare.facilitators.none');
  return (
    <section id="quienes" aria-label={t('prepare.facts')}>
      <Facts
        items={[
          ...(capacity === null
            ? []
            : [
                {
                  term: t('prepare.places'),
                  value: t('prepare.held', { held, capacity, waiting }),
                },
                {
                  term: t('prepare.allocation'),
                  value: <AllocationFact meeting={meeting} />,
                },
              ]),
          {
            term: t('prepare.facilitators'),
            value: gives ? (
              <>
                {who} <a href="#quien-facilita">{t('prepare.facilitators.more')}</a>
              </>
            ) : (
              who
            ),
          },
          {
            term: t('prepare.public'),
            value: (
              <>
                <a href={`/talleres/${id}`}>{t('prepare.public.see')}</a>
                {state !== 'borrador' && state !== 'cancelado' && (
                  <>
                    {' '}
                    · <a href={`/talleres/${id}/difundir`}>{t('share.title')}</a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Cancelling, with the reason that everybody registered will read. */
export function CancelMeeting({ form, people }: { form: FormState | null; people: number }) {
  const t = useT('meetings');
  return (
    <section aria-labelledby="cancelar">
      <h2 id="cancelar">{t('prepare.cancel.title')}</h2>
      <Fold summary={t('prepare.cancel.open')} open={form !== null}>
        <form method="post" noValidate className="l-form">
          <TextField
            name="motivo"
            rows={3}
            label={t('prepare.cancel.reason')}
            hint={t('prepare.cancel.hint', { count: people })}
            value={form?.value('motivo')}
            error={form?.errors('motivo')}
            maxLength={500}
          />
          <p className="l-end">
            <Button name="accion" value="cancelar">
              {t('prepare.cancel')}
            </Button>
          </p>
        </form>
      </Fold>
    </section>
  );
}
