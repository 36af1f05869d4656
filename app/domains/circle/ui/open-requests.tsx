import type { CircleRequest } from '#app/domains/circle/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  requests: CircleRequest[];
  meetings: { value: string; label: string }[];
  form: FormState;
};

/** What the Circle asked facilitators for, each with its answer to be given. */
export function OpenRequests({ requests, meetings, form }: Props) {
  const t = useT('circle');
  const f = useFormat();
  return (
    <section className="l-stack" aria-labelledby="pedidos">
      <h2 id="pedidos">{t('request.title')}</h2>
      <ul className="l-stack">
        {requests.map((request) => {
          const own = form.value('pedido') === request.id ? form : null;
          return (
            <li key={request.id} className="l-stack l-stack--tight">
              <p>
                <strong>
                  {t('request.line', {
                    place: request.locality ?? t('request.anywhere'),
                    date: f.date(request.requestedAt),
                  })}
                </strong>{' '}
                <q>{request.reason}</q>{' '}
                <a href={`/propuestas/${request.proposalId}`}>
                  {t('request.proposal', {
                    number: request.proposalNumber,
                    title: request.proposalTitle,
                  })}
                </a>
              </p>
              <Fold summary={t('request.answer')} open={own !== null}>
                <form method="post" className="l-form" noValidate>
                  <input type="hidden" name="pedido" value={request.id} />
                  <SelectField
                    id={`taller-${request.id}`}
                    name="taller"
                    optional
                    label={t('request.meeting')}
                    empty={t('request.no_meeting')}
                    options={meetings}
                    value={own?.value('taller') ?? ''}
                    error={own?.errors('taller')}
                  />
                  <TextField
                    id={own ? undefined : `respuesta-${request.id}`}
                    name="respuesta"
                    label={t('request.text')}
                    rows={2}
                    maxLength={500}
                    value={own?.value('respuesta') ?? ''}
                    error={own?.errors('respuesta')}
                  />
                  <p className="l-end">
                    <Button>{t('request.answer')}</Button>
                  </p>
                </form>
              </Fold>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
