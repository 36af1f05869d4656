import { useEffect, useState } from 'react';
import { useActionData } from '@remix-run/react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

type Similar = { id: string; titulo: string; url: string; veredicto: 'duplicada' | 'relacionada' };

/**
 * Ideas that look alike, beside the text: only suggests. Asked while typing where script runs, and with
 * the preview elsewhere.
 */
export function SimilarIdeas({ exceptId }: { exceptId?: string | undefined }) {
  const t = useT('ideas');
  const answered = useActionData<{ similar?: Similar[] }>()?.similar;
  const [found, setFound] = useState<Similar[] | undefined>(undefined);

  useEffect(() => {
    const form = document.getElementById('idea');
    if (!(form instanceof HTMLFormElement)) return;
    let timer = 0;
    let asking: AbortController | undefined;
    const value = (name: string) => String(new FormData(form).get(name) ?? '');
    const ask = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        asking?.abort();
        if (value('titulo').trim().length < 8) return setFound([]);
        asking = new AbortController();
        const query = new URLSearchParams({
          titulo: value('titulo'),
          texto: value('descripcion').slice(0, 600),
          compromiso: value('compromiso'),
        });
        fetch(`/api/v1/ideas/similares?${query}`, { signal: asking.signal })
          .then((response): Promise<{ datos?: Similar[] }> => response.json())
          .then((body) => setFound((body.datos ?? []).filter((idea) => idea.id !== exceptId)))
          .catch(() => undefined); // Without an answer there is simply nothing to suggest.
      }, 700);
    };
    form.addEventListener('input', ask);
    return () => {
      window.clearTimeout(timer);
      asking?.abort();
      form.removeEventListener('input', ask);
    };
  }, [exceptId]);

  const ideas = found ?? answered ?? [];
  return (
    <div aria-live="polite">
      {ideas.length > 0 && (
        <div className="l-end">
          <Notice kind="sun" icon="copy" title={t('similar.title', { count: ideas.length })}>
            {t('similar.text')}
            <ul>
              {ideas.map((idea) => (
                <li key={idea.id}>
                  <a href={idea.url} target="_blank" rel="noreferrer">
                    {idea.titulo}
                  </a>{' '}
                  {idea.veredicto === 'duplicada' ? t('similar.same') : t('similar.near')}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </div>
  );
}
