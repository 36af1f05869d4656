import { useEffect, useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

type Kept = [name: string, value: string][];
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isPair = (pair: unknown): pair is Kept[number] =>
  Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');

function read(storage: Storage, key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return Array.isArray(kept) && kept.every(isPair) ? kept : null;
  } catch {
    return null;
  }
}

const isTick = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;
const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(isControl).filter((control) => control.type !== 'hidden');
const valuesOf = (form: HTMLFormElement): Kept =>
  controlsOf(form)
    .filter((control) => (isTick(control) ? control.checked : control.value !== ''))
    .map((control) => [control.name, control.value]);

function findForm(id: string): HTMLFormElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLFormElement ? found : null;
}

function fill(form: HTMLFormElement, kept: Kept): void {
  for (const control of controlsOf(form)) {
    const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTick(control)) control.checked = values.includes(control.value);
    else if (values[0] !== undefined) control.value = values[0];
    // What comes back is seen, also inside what was folded.
    for (
      let fold = values.length > 0 ? control.closest('details') : null;
      fold;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true;
  }
}

type Props = {
  /** Name of the draft in this browser. */
  name: string;
  formId: string;
  /** The field whose text makes a draft worth offering, and which takes the focus when it is brought back. */
  mainField: string;
  /** Kept only as long as the tab: what people say of themselves does not stay on a borrowed device. */
  onlyTab?: boolean;
};

/**
 * Keeps what is typed in this browser while the connection comes and goes, and offers it when the
 * form is opened again empty. Forgotten when the form is sent, or when the person says so.
 */
export function DraftKeeper({ name, formId, mainField, onlyTab }: Props) {
  const t = useT('common');
  const key = `convite.borrador.${name}`;
  const [isSaved, setSaved] = useState(false);
  const [offer, setOffer] = useState<Kept | null>(null);

  useEffect(() => {
    const form = findForm(formId);
    if (!form) return;
    const storage = onlyTab ? sessionStorage : localStorage;
    const kept = read(storage, key);
    const typed = valuesOf(form).some(([field]) => field === mainField);
    if (kept && !typed && kept.some(([field, value]) => field === mainField && value.length > 1))
      setOffer(kept);
    let timer = 0;
    const save = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        try {
          storage.setItem(key, JSON.stringify(valuesOf(form)));
          setSaved(true);
        } catch {
          // Storage may be full or off; the form itself still holds the text.
        }
      }, 800);
    };
    const forget = () => storage.removeItem(key);
    form.addEventListener('input', save);
    form.addEventListener('submit', forget);
    return () => {
      window.clearTimeout(timer);
      form.removeEventListener('input', save);
      form.removeEventListener('submit', forget);
    };
  }, [key, formId, mainField, onlyTab]);

  const restore = () => {
    const form = findForm(formId);
    if (form && offer) fill(form, offer);
    setOffer(null);
    const main = form?.elements.namedItem(mainField);
    if (main instanceof HTMLElement) main.focus();
  };
  const forget = () => {
    (onlyTab ? sessionStorage : localStorage).removeItem(key);
    setOffer(null);
    setSaved(false);
  };

  return (
    <div className="l-end" role="status">
      {offer && (
        <p className="notice">
          {t('ui.draft.found')}{' '}
          <Button type="button" size="small" onClick={restore}>
            {t('ui.draft.restore')}
          </Button>
        </p>
      )}
      {!offer && isSaved && (
        <p className="u-small u-mute">
          {t(onlyTab ? 'ui.draft.saved_tab' : 'ui.draft.saved')}{' '}
          <Button type="button" kind="quiet" size="small" onClick={forget}>
            {t('ui.draft.forget')}
          </Button>
        </p>
      )}
    </div>
  );
}
