import { useEffect, useRef, useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';

const setting = 'convite.atajos';
const keys: { key: string; words: MessageKey<'moderation'> }[] = [
  { key: 'j', words: 'keys.next' },
  { key: 'k', words: 'keys.previous' },
  { key: 'p', words: 'keys.publish' },
  { key: 'o', words: 'keys.hide' },
  { key: 'd', words: 'keys.ask' },
  { key: 'r', words: 'keys.reject' },
  { key: 'c', words: 'keys.claim' },
  { key: '?', words: 'keys.help' },
];
const decisionOf: Record<string, string> = { p: 'publicar', d: 'devolver', r: 'rechazar' };

/** Whether what has the focus takes letters for itself. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}

/** Does what the letter says; false when the page has nothing for it. */
function follow(key: string): boolean {
  const decision = decisionOf[key];
  if (decision) {
    const box = document.querySelector<HTMLInputElement>(
      `input[name="decision"][value="${decision}"]`,
    );
    if (box) {
      box.click();
      box.focus();
      return true;
    }
  }
  // Of several things on a page, the one that has the focus; without focus, the first that can.
  const place = document.activeElement?.closest('[data-keys]') ?? document;
  const control = place.querySelector<HTMLElement>(`[data-key="${key}"]`);
  control?.click();
  return control !== null;
}

/** Single letters that do what the links and buttons of the page do; they can be switched off, and `?` lists them. */
export function Shortcuts() {
  const t = useT('moderation');
  const [on, setOn] = useState<boolean | null>(null);
  const listening = useRef(false);
  const dialog = useRef<HTMLDialogElement>(null);

  // The letters are heard before the button says so: nothing is shown until then, nor without the script.
  useEffect(() => {
    listening.current = localStorage.getItem(setting) !== 'no';
    const listen = (event: KeyboardEvent) => {
      if (
        !listening.current ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        dialog.current?.open ||
        takesLetters(event.target)
      )
        return;
      if (event.key === '?') dialog.current?.showModal();
      else if (!follow(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    setOn(listening.current);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  if (on === null) return null;
  return (
    <>
      <Button
        type="button"
        kind="quiet"
        size="small"
        icon="help"
        onClick={() => dialog.current?.showModal()}
      >
        {t('keys.button')}
      </Button>
      <dialog className="dialog" ref={dialog} aria-labelledby="atajos-t">
        <h2 id="atajos-t">{t('keys.button')}</h2>
        <label className="choice" htmlFor="atajos">
          <input
            type="checkbox"
            id="atajos"
            checked={on}
            onChange={(event) => {
              listening.current = event.target.checked;
              setOn(event.target.checked);
              localStorage.setItem(setting, event.target.checked ? 'si' : 'no');
            }}
          />
          <span>{t('keys.on')}</span>
        </label>
        <div className="l-end">
          <Facts
            items={keys.map(({ key, words }) => ({ key, term: <kbd>{key}</kbd>, value: t(words) }))}
          />
        </div>
        <form method="dialog" className="l-end">
          <Button>{t('keys.close')}</Button>
        </form>
      </dialog>
    </>
  );
}
