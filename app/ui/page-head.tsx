import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '#app/ui/breadcrumbs.tsx';

/** The top of a page: where am I, the finding as a headline, what can I do now. */
export function PageHead({
  title,
  crumbs = [],
  current,
  lead,
  meta,
  action,
  above,
  lang,
}: {
  title: ReactNode;
  /** Between home and this page. */
  crumbs?: Crumb[];
  /** The page's short name in the breadcrumb; without it there is no breadcrumb. */
  current?: string;
  lead?: ReactNode;
  meta?: ReactNode;
  /** One button, or a panel. */
  action?: ReactNode;
  /** Badges over the title. */
  above?: ReactNode;
  /** Language of the title when a person wrote it. */
  lang?: string;
}) {
  return (
    <>
      {current && <Breadcrumbs items={crumbs} current={current} />}
      <div className="head">
        <div className="head__in">
          <div className="l-stack">
            {above && <div className="l-row">{above}</div>}
            <h1 lang={lang}>{title}</h1>
            {lead && <p className="u-lead">{lead}</p>}
            {meta}
          </div>
          {action}
        </div>
      </div>
    </>
  );
}
