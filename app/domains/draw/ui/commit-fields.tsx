import { clockName } from '#app/platform/city/city.ts';
import { drandChainNames } from '#app/domains/draw/drand.ts';
import { drawLimits } from '#app/domains/draw/rules.ts';
import { sourceForms } from '#app/domains/draw/source.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Which draw of which lottery, and how many digits it has. */
function LotteryFields({ form }: { form: FormState | null }) {
  const t = useT('draw');
  const field = (name: string, first = '') => ({
    name,
    value: form?.value(name) ?? first,
    error: form?.errors(name),
  });
  return (
    <fieldset className="part" data-for="loteria">
      <legend>{t('draw.commit.if_loteria')}</legend>
      <TextField
        {...field('loteria')}
        label={t('draw.commit.name')}
        hint={t('draw.commit.name.hint')}
        maxLength={drawLimits.name}
      />
      <TextField
        {...field('sorteo')}
        short
        maxLength={6}
        inputMode="numeric"
        label={t('draw.commit.number')}
      />
      <div className="range">
        <TextField
          {...field('cifras', '4')}
          short
          maxLength={1}
          inputMode="numeric"
          label={t('draw.commit.digits')}
        />
        <TextField
          {...field('cifras_serie', '3')}
          short
          maxLength={1}
          inputMode="numeric"
          label={t('draw.commit.series')}
        />
      </div>
    </fieldset>
  );
}

/** The exact source of the randomness, said with the lottery's hash before it exists. */
function SourceFields({ form }: { form: FormState | null }) {
  const t = useT('draw');
  return (
    <>
      <RadioGroup
        name="origen"
        legend={t('draw.commit.origin')}
        value={form?.value('origen') || 'drand'}
        error={form?.errors('origen')}
        options={sourceForms.map((value) => ({
          value,
          label: t(`draw.commit.${value}`),
          hint: t(`draw.commit.${value}.hint`),
        }))}
      />
      <fieldset className="part" data-for="drand">
        <legend>{t('draw.commit.if_drand')}</legend>
        <RadioGroup
          name="cadena"
          legend={t('draw.commit.chain')}
          value={form?.value('cadena') || 'quicknet'}
          error={form?.errors('cadena')}
          options={drandChainNames.map((value) => ({
            value,
            label: t(`draw.commit.chain.${value}`),
          }))}
        />
      </fieldset>
      <LotteryFields form={form} />
      <TextField
        name="momento"
        value={form?.value('momento')}
        error={form?.errors('momento')}
        type="datetime-local"
        label={t('draw.commit.at')}
        hint={t('draw.commit.at.hint', { city: clockName() })}
      />
    </>
  );
}

/** Whether people of the Circle add secrets, and until when. */
function ShareFields({ form }: { form: FormState | null }) {
  const t = useT('draw');
  const field = (name: string) => ({ name, value: form?.value(name), error: form?.errors(name) });
  return (
    <>
      <RadioGroup
        name="aportes"
        legend={t('draw.commit.shares')}
        value={form?.value('aportes') || 'no'}
        error={form?.errors('aportes')}
        options={(['no', 'si'] as const).map((value) => ({
          value,
          label: t(`draw.commit.shares.${value}`),
          hint: t(`draw.commit.shares.${value}.hint`, { n: drawLimits.shares }),
        }))}
      />
      <fieldset className="part" data-for="aportes">
        <legend>{t('draw.commit.if_shares')}</legend>
        <TextField
          {...field('aportes_hasta')}
          type="datetime-local"
          label={t('draw.commit.shares_until')}
          hint={t('draw.commit.shares_until.hint')}
        />
        <TextField
          {...field('revelar_hasta')}
          type="datetime-local"
          label={t('draw.commit.reveal_until')}
          hint={t('draw.commit.reveal_until.hint')}
        />
      </fieldset>
    </>
  );
}

/** What the fields of a commitment are called where their errors are listed. */
export function useCommitLabels(): Record<string, string> {
  const t = useT('draw');
  return {
    origen: t('draw.commit.origin'),
    cadena: t('draw.commit.chain'),
    loteria: t('draw.commit.name'),
    sorteo: t('draw.commit.number'),
    cifras: t('draw.commit.digits'),
    cifras_serie: t('draw.commit.series'),
    momento: t('draw.commit.at'),
    aportes: t('draw.commit.shares'),
    aportes_hasta: t('draw.commit.shares_until'),
    revelar_hasta: t('draw.commit.reveal_until'),
  };
}

/** The commitment. Fields of what is not chosen are out of sight, where the browser can tell. */
export function CommitFields({ form }: { form: FormState | null }) {
  const t = useT('draw');
  return (
    <form method="post" noValidate className="l-form source-form">
      <SourceFields form={form} />
      <ShareFields form={form} />
      <p className="l-end">
        <Button kind="go" name="accion" value="comprometer">
          {t('draw.commit')}
        </Button>
      </p>
    </form>
  );
}
