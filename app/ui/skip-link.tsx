import { useT } from '#app/platform/i18n/use-t.ts';

/** First in the page: jumps to `<main id="contenido" tabIndex={-1}>`. */
export function SkipLink() {
  return (
    <a className="skip" href="#contenido">
      {useT('common')('ui.skip')}
    </a>
  );
}
