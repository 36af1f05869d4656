import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import {
  reportReasons,
  type HidingView,
  type ReportView,
  type Subject,
} from '#app/domains/moderation/types.ts';
import type { TextSpan } from '#app/ui/marked-parts.ts';
import { Prose } from '#app/ui/prose.tsx';
import { Notice } from '#app/ui/notice.tsx';

export type ShownCase = {
  subject: Subject;
  marks: TextSpan[];
  reports: ReportView[];
  hiding: HidingView | null;
  canDecide: boolean;
  canConfirm: boolean;
  own: boolean;
};

/** What was reported and why, without who reported it. */
export function ReportCasePanel({ one }: { one: ShownCase }) {
  const t = useT('moderation');
  const f = useFormat();
  const { subject, hiding } = one;
  const reason = (code: string) => {
    const known = reportReasons.find((each) => each === code);
    return known ? t(`report.reason.${known}`) : code;
  };
  return (
    <>
      <p className="u-small u-mute">{t(`reports.kind.${subject.kind}`)}</p>
      <h3 className="desk__title u-break" lang={subject.lang}>
        {subject.title}
      </h3>
      <blockquote className="quote">
        <Prose text={subject.text} lang={subject.lang} marks={one.marks} />
      </blockquote>
      {subject.isPublic ? (
        <p>
          <a className="more" href={`/ideas/${subject.ideaId}`}>
            {t('reports.open')}
          </a>
        </p>
      ) : (
        <p className="u-mute">{t('reports.not_public')}</p>
      )}
      {hiding && (
        <Notice
          kind="sun"
          icon="people"
          title={t('reports.hiding', { name: hiding.proposedBy ?? t('history.somebody') })}
        >
          {t('reports.hiding.reason', { reason: hiding.reason, explanation: hiding.explanation })}
        </Notice>
      )}
      <h3>{t('reports.why')}</h3>
      <ul className="list">
        {one.reports.map((report) => (
          <li key={report.id}>
            <span>
              <strong>{reason(report.reason)}</strong>
              {report.detail && (
                <>
                  <br />
                  {report.detail}
                </>
              )}
            </span>
            <time className="u-mute u-small" dateTime={report.at.toISOString()}>
              {f.date(report.at, 'moment')}
            </time>
          </li>
        ))}
      </ul>
    </>
  );
}
