import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { NeedAsked } from '#app/domains/registration/types.ts';
import type { NeedState } from '#app/domains/registration/types.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const kinds: Record<NeedState, BadgeKind> = {
  pedido: 'late',
  previsto: 'stale',
  confirmado: 'done',
  dado: 'full',
  no_posible: 'dark',
};

type FieldsProps = {
  need: string;
  registrationId?: string;
  states: readonly NeedState[];
  known?: NeedAsked;
  form: FormState | null;
  label: string;
};

/** The answer to one request, or to all for a need that still wait. */
function AnswerFields({ need, registrationId, states, known, form, label }: FieldsProps) {
  const t = useT('roster');
  const field = (name: string, value: string) => ({
    name,
    id: form ? name : `${name}-${registrationId ?? 'todas'}-${need}`,
    value: form?.value(name) ?? value,
    error: form?.errors(name),
  });
  return (
    <form method="post" noValidate className="l-form">
      <input type="hidden" name="apoyo" value={need} />
      {registrationId && <input type="hidden" name="inscripcion" value={registrationId} />}
      <SelectField
        {...field('estado', known && known.state !== 'pedido' ? known.state : 'previsto')}
        label={t('needs.answer.state')}
        options={states.map((state) => ({ value: state, label: t(`needs.state.${state}`) }))}
      />
      <TextField
        {...field('respuesta', known?.answer ?? '')}
        optional
        rows={2}
        label={t('needs.answer.text')}
        hint={t('needs.answer.hint')}
        maxLength={500}
      />
      <p className="l-end">
        <Button name="accion" value="responder">
          {label}
        </Button>
      </p>
    </form>
  );
}

type Props = {
  need: string;
  label: string;
  asked: NeedAsked[];
  /** How many wait for an answer. */
  open: number;
  states: readonly NeedState[];
  posted: { apoyo?: string; inscripcion?: string } | undefined;
  form: FormState;
};

/** When and in which words it was asked for, and who answered when. */
function Request({ request }: { request: NeedAsked }) {
  const t = useT('roster');
  const ofGroups = useT('groups');
  const f = useFormat();
  return (
    <>
      <p className="u-small u-mute">
        {t('needs.asked', { date: f.date(request.askedAt, 'short') })}
        {request.note && (
          <>
            {' '}
            · <q>{request.note}</q>
          </>
        )}
      </p>
      {request.answeredAt && (
        <p className="u-small u-mute">
          {t('needs.answered.by', {
            who: request.answeredBy ?? ofGroups('call.invited.nobody'),
            date: f.date(request.answeredAt, 'short'),
          })}
        </p>
      )}
    </>
  );
}

/** All requests for one need: one answer for those that wait, or each by itself. */
export function NeedSection({ need, label, asked, open, states, posted, form }: Props) {
  const t = useT('roster');
  const here = posted?.apoyo === need;
  const bulkPosted = here && !posted.inscripcion;
  return (
    <section className="side" aria-labelledby={`apoyo-${need}`}>
      <h2 id={`apoyo-${need}`}>{label}</h2>
      <p>
        {t(open > 0 ? 'needs.need.open' : 'needs.need.answered', {
          count: open > 0 ? open : asked.length,
        })}
      </p>
      {(open > 1 || asked.length === 0) && (
        <Fold summary={t('needs.bulk', { count: open })} open={bulkPosted}>
          <AnswerFields
            need={need}
            states={states}
            form={bulkPosted ? form : null}
            label={t('needs.bulk.send', { count: open })}
          />
        </Fold>
      )}
      <ul className="list--folds" role="list">
        {asked.map((request, index) => {
          const own = here && posted.inscripcion === request.registrationId;
          return (
            <li key={request.registrationId}>
              <Fold
                open={own || (open === 1 && request.state === 'pedido')}
                summary={
                  <>
                    {request.name ?? t('needs.request', { number: index + 1 })}{' '}
                    <Badge kind={kinds[request.state]}>{t(`needs.state.${request.state}`)}</Badge>
                  </>
                }
              >
                <Request request={request} />
                <AnswerFields
                  need={need}
                  registrationId={request.registrationId}
                  states={states}
                  known={request}
                  form={own ? form : null}
                  label={t('needs.answer.send')}
                />
              </Fold>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
