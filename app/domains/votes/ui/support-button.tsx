import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

type Props = { ideaId: string; title: string; supported: boolean; size?: 'big'; wide?: boolean };

/** Supports an idea or takes it back: a plain form post. It shows what the loader says and never decides. */
export function SupportButton({ ideaId, title, supported, size, wide }: Props) {
  const t = useT('votes');
  const wanted = size ? 'go' : 'plain';
  return (
    <form action={`/ideas/${ideaId}/apoyo`} method="post">
      <Button
        kind={supported ? 'on' : wanted}
        {...(size ? { size } : {})}
        {...(wide ? { wide } : {})}
        icon={supported ? 'check' : 'hand'}
        name="accion"
        value={supported ? 'retirar' : 'apoyar'}
        aria-pressed={supported}
      >
        {supported ? t('button.supported') : t('button.support')}
        <span className="u-sr">
          {supported ? t('button.supported_of', { title }) : t('button.support_of', { title })}
        </span>
      </Button>
    </form>
  );
}
