import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from '#app/ui/icon.tsx';

type Look = {
  /** `go`: the one crimson action of the page; `on`: something the person has already done. */
  kind?: 'go' | 'plain' | 'quiet' | 'on';
  size?: 'big' | 'small';
  wide?: boolean;
  icon?: IconName;
};

function classes({ kind = 'plain', size, wide }: Look, extra?: string): string {
  return [
    'btn',
    kind !== 'plain' && `btn--${kind}`,
    size && `btn--${size}`,
    wide && 'btn--wide',
    extra,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A native button. One that cannot be used yet says so with `aria-disabled` and a text tied by `aria-describedby`. */
export function Button({
  kind,
  size,
  wide,
  icon,
  className,
  children,
  type = 'submit',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} className={classes({ kind, size, wide }, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  kind,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a className={classes({ kind, size, wide }, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
