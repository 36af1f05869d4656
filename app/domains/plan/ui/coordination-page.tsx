import type { ReactNode } from 'react';
import { CoordinationNav, type CoordinationPart } from '#app/domains/plan/ui/coordination-nav.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { Crumb } from '#app/ui/breadcrumbs.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

/** A page of coordination's workspace: its head, the way around, what the last post answers, then what it is for. */
export function CoordinationPage({
  part,
  title,
  current,
  crumbs = [],
  lead,
  form,
  children,
}: {
  part: CoordinationPart;
  title: ReactNode;
  /** The page's short name in the breadcrumb. */
  current: string;
  /** Between the workspace and this page. */
  crumbs?: Crumb[];
  lead: ReactNode;
  form: FormState;
  children: ReactNode;
}) {
  const t = useT('coordination');
  return (
    <div className="l-wrap">
      <PageHead
        title={title}
        crumbs={[{ href: '/coordinacion', label: t('home.title') }, ...crumbs]}
        current={current}
        lead={lead}
      />
      <CoordinationNav current={part} />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {children}
      </div>
    </div>
  );
}
