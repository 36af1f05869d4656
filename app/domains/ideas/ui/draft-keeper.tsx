import { useEffect, useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

const fields = ['compromiso', 'titulo', 'descripcion', 'localidad'] as const;
type Kept = { values: Record<string, string> };

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function controls(form: HTMLFormElement): HTMLInputElement[] {
  return fields.map((name) => form.elements.namedItem(name)).filter((item): item is HTMLInputElement => item !== null);
}

/**
 * Keeps what is typed in this browser while the connection comes and goes, and offers it when the form is
 * opened again empty. Forgotten when the form is sent.
 */
export function DraftKeeper({ name }: { name: string }) {
  const t = useT('ideas');
  const key = `convite.borrador.${name}`;
  const [isSaved, setSaved] = useState(false);
  const [offer, setOffer] = useState<Kept | null>(null);

  useEffect(() => {
    const form = document.getElementById('idea') as HTMLFormElement | null;
    if (!form) return;
    const kept = read(key);
    const empty = controls(form).every((control) => control.name === 'compromiso' || control.value === '');
    if (kept && empty && Object.values(kept.values).some((value) => value.length > 3)) setOffer(kept);
    let timer = 0;
    const save = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const values = Object.fromEntries(controls(form).map((control) => [control.name, control.value]));
        try {
          localStorage.setItem(key, JSON.stringify({ values } satisfies Kept));
          setSaved(true);
        } catch {
          // Storage may be full or off; the form itself still holds the text.
        }
      }, 800);
    };
    const forget = () => localStorage.removeItem(key);
    form.addEventListener('input', save);
    form.addEventListener('submit', forget);
    return () => {
      window.clearTimeout(timer);
      form.removeEventListener('input', save);
      form.removeEventListener('submit', forget);
    };
  }, [key]);

  const restore = () => {
    const form = document.getElementById('idea') as HTMLFormElement;
    for (const control of controls(form)) control.value = offer?.values[control.name] ?? control.value;
    setOffer(null);
    (form.elements.namedItem('titulo') as HTMLElement | null)?.focus();
  };

  return (
    <div className="l-end" role="status">
      {offer && <p className="notice">{t('keeper.found')} <Button type="button" size="small" onClick={restore}>{t('keeper.restore')}</Button></p>}
      {!offer && isSaved && <p className="u-small u-mute">{t('keeper.saved')}</p>}
    </div>
  );
}
