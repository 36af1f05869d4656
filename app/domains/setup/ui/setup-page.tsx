import type { ReactNode } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { sayKey } from '#app/platform/i18n/field-message.ts';
import { nextStep } from '#app/domains/setup/rules.ts';
import { stepHref, type StepKey } from '#app/domains/setup/steps.ts';
import type { Setup, SetupStep, StepState } from '#app/domains/setup/types.ts';
import { FormMessages } from '#app/ui/form-messages.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

const icons: Record<StepState, IconName> = {
  done: 'check',
  missing: 'warning',
  default: 'minus',
  locked: 'lock',
};

function StepLink({ step, current }: { step: SetupStep; current: boolean }) {
  const t = useT('setup');
  return (
    <li>
      <a
        href={stepHref(step.key)}
        data-state={step.state}
        aria-current={current ? 'step' : undefined}
      >
        <Icon name={current ? 'pencil' : icons[step.state]} />
        <span>
          {step.number}. {t(`step.${step.key}`)}
          <span className="u-sr"> ({t(`state.${step.state}`)})</span>
        </span>
        <small>{sayKey(t, step.says.key, step.says.params)}</small>
      </a>
    </li>
  );
}

/** What must still be there before the city opens, each leading to its step. */
function Missing({ setup }: { setup: Setup }) {
  const t = useT('setup');
  if (setup.missing.length === 0) return null;
  return (
    <ul className="missing" aria-label={t('missing.label')}>
      {setup.missing.map(({ step, what }) => (
        <li key={what}>
          <a href={stepHref(step)}>
            <Icon name="warning" />
            {t(`missing.${what}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Heading({ setup }: { setup: Setup }) {
  const t = useT('setup');
  const city = setup.name || t('city.unnamed');
  if (setup.missing.length > 0) return t('heading.missing', { count: setup.missing.length, city });
  return t(setup.openedAt ? 'heading.open' : 'heading.ready', { city });
}

/** A page of setting the city up: what is missing, the ten steps, and the one that is being done. */
export function SetupPage({
  setup,
  step,
  form,
  children,
}: {
  setup: Setup;
  /** The step of this page; without it the page is where one begins and goes on. */
  step?: StepKey;
  form: FormState;
  children: ReactNode;
}) {
  const t = useT('setup');
  const c = useT('coordination');
  const current = setup.steps.find((each) => each.key === step);
  const at = current ?? setup.steps.find((each) => each.key === nextStep(setup));
  return (
    <>
      <div className="deskbar">
        <div className="l-wrap deskbar__in">
          <p>
            <strong>{c('home.title')}</strong>
          </p>
          <p className="u-mute">
            {t(setup.openedAt ? 'bar.open' : 'bar.closed', {
              city: setup.name || t('city.unnamed'),
            })}
          </p>
          <p className="u-mute deskbar__end">{t('bar.resume')}</p>
        </div>
      </div>
      <div className="l-wrap">
        <PageHead
          crumbs={[
            { href: '/coordinacion', label: c('home.title') },
            ...(current ? [{ href: '/coordinacion/empezar', label: t('title') }] : []),
          ]}
          current={current ? t(`step.${current.key}`) : t('title')}
          title={<Heading setup={setup} />}
          lead={t(setup.openedAt ? 'lead.open' : 'lead', { number: at?.number ?? 1 })}
          meta={<Missing setup={setup} />}
        />
        <div className="l-rail l-rail--left">
          <nav aria-labelledby="pasos">
            <details className="unfold side" open={!current}>
              <summary id="pasos">{t('steps')}</summary>
              <ol className="steps">
                {setup.steps.map((each) => (
                  <StepLink key={each.key} step={each} current={each.key === step} />
                ))}
              </ol>
            </details>
          </nav>
          <div className="l-stack l-stack--wide">
            <FormMessages form={form} />
            {children}
          </div>
        </div>
      </div>
    </>
  );
}
