import type { ComponentProps } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';
import { QrCode } from '#app/ui/qr-code.tsx';

export type Drawing = ComponentProps<typeof QrCode>['drawing'];

/** The word that opens one's data without a mail address: told this once, to who registered. */
export function OwnWord({ word }: { word: string }) {
  const t = useT('registration');
  return (
    <Notice kind="sun" title={t('own.word.title')}>
      <p className="code">{word}</p>
      {t('own.word.text')}
    </Notice>
  );
}

/** The code of a registration, to keep: as letters and as a drawing that a phone reads. */
export function OwnCode({ code, qr, past }: { code: string; qr: Drawing; past: boolean }) {
  const t = useT('registration');
  return (
    <section className="side" aria-labelledby="codigo">
      <h2 id="codigo">{t('own.code')}</h2>
      <QrCode drawing={qr} label={t('own.qr', { code })} />
      <p className="code">{code}</p>
      <p className="u-small u-mute">
        {t(past ? 'own.code.past' : 'own.code.text')} {!past && t('own.print')}
      </p>
    </section>
  );
}
