import type { MinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { MeetingMeta } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

const hrefOf = ({ meeting }: MinutesDesk) => `/facilitacion/talleres/${meeting.id}/acta`;

/** The head of the page where minutes are written. */
export function WritingHead({ desk }: { desk: MinutesDesk }) {
  const t = useT('minutes');
  const ofSite = useT('common');
  const f = useFormat();
  const { meeting, draft } = desk;
  return (
    <PageHead
      crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
      current={t('minutes.crumb')}
      title={t('minutes.desk.title', { title: meeting.title })}
      lead={
        draft
          ? t('minutes.desk.saved', { moment: f.date(draft.writtenAt, 'moment') })
          : t('minutes.desk.lead')
      }
      meta={<MeetingMeta meeting={meeting} />}
      action={
        <ButtonLink icon="eye" href={`${hrefOf(desk)}?vista=previa`}>
          {t('minutes.preview.open')}
        </ButtonLink>
      }
    />
  );
}

/** The head of the page that shows minutes as they will be read. */
export function PreviewHead({ desk }: { desk: MinutesDesk }) {
  const t = useT('minutes');
  const ofSite = useT('common');
  return (
    <PageHead
      crumbs={[
        { href: '/facilitacion', label: ofSite('nav.meetings') },
        { href: hrefOf(desk), label: t('minutes.crumb') },
      ]}
      current={t('minutes.preview')}
      title={t('minutes.preview.title', { title: desk.meeting.title })}
      lead={t('minutes.preview.lead')}
      meta={<MeetingMeta meeting={desk.meeting} />}
      action={
        <ButtonLink icon="back" href={hrefOf(desk)}>
          {t('minutes.preview.back')}
        </ButtonLink>
      }
    />
  );
}
