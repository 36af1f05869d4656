import { useFetcher } from '@remix-run/react';
import type { Why } from '#app/platform/i18n/field-message.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';

type Props = {
  ideaId: string;
  title: string;
  supports: number;
  priorSupports: number;
  supported: boolean;
  signedIn: boolean;
  /** Why it is not possible now, as the same policy and rule say that the command asks. */
  refused: (Why & { reason: string }) | null;
  until: Date | null;
};

/** The support of one idea: the exact count, the button, and what supporting means. Optimistic where script runs. */
export function SupportPanel({
  ideaId,
  title,
  supports,
  priorSupports,
  supported,
  signedIn,
  refused,
  until,
}: Props) {
  const t = useT('votes');
  const f = useFormat();
  const fetcher = useFetcher();
  // One request at a time: of two on their way the second could arrive first, and the last wish would be lost.
  const busy = fetcher.state !== 'idle';
  const sending = fetcher.formData?.get('accion');
  const shown = sending ? sending === 'apoyar' : supported;
  const change = shown ? 1 : -1;
  const count = shown === supported ? supports : supports + change;
  return (
    <section className="panel l-stack l-stack--tight" aria-labelledby="apoyos">
      <h2 id="apoyos" className="u-sr">
        {t('panel.heading')}
      </h2>
      <p className="support__n" aria-live="polite">
        <b>{f.number(count)}</b> <span>{t('panel.people', { count })}</span>
      </p>
      {priorSupports > 0 && (
        <p className="u-small u-mute">{t('panel.prior', { count: priorSupports })}</p>
      )}
      {refused ? (
        <p className="u-small">
          {refused.text} {refused.next}
        </p>
      ) : (
        <fetcher.Form
          action={`/ideas/${ideaId}/apoyo`}
          method="post"
          onSubmit={(event) => busy && event.preventDefault()}
        >
          <Button
            aria-busy={busy || undefined}
            kind={shown ? 'on' : 'go'}
            size="big"
            wide
            icon={shown ? 'check' : 'hand'}
            name="accion"
            value={shown ? 'retirar' : 'apoyar'}
            aria-pressed={shown}
          >
            {shown ? t('button.supported') : t('button.support_this')}
            <span className="u-sr">{shown ? t('button.supported_of', { title }) : ''}</span>
          </Button>
        </fetcher.Form>
      )}
      <Notes signedIn={signedIn} refused={refused} until={until} />
    </section>
  );
}

/** What supporting means and until when, or the way to confirm the address. */
function Notes({ signedIn, refused, until }: Pick<Props, 'signedIn' | 'refused' | 'until'>) {
  const t = useT('votes');
  const f = useFormat();
  if (!refused)
    return (
      <p className="u-small u-mute">
        {signedIn ? t('panel.what') : t('panel.sign_in')}{' '}
        {until && t('panel.until', { date: f.date(until, 'weekday') })}
      </p>
    );
  return refused.reason === 'email_unverified' ? (
    <ButtonLink href="/cuenta" size="small">
      {t('panel.verify')}
    </ButtonLink>
  ) : null;
}
