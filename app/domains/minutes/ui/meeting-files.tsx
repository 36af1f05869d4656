import type { MeetingFile } from '#app/domains/minutes/types.ts';
import { fileHref, useFileFacts } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';

/** Whether a photo leaves with the minutes, and why; documents always do. */
export function FileState({ file }: { file: MeetingFile }) {
  const t = useT('minutes');
  if (file.kind === 'adjunto') return <Badge icon="document">{t('photo.state.document')}</Badge>;
  if (file.withdrawnAt)
    return (
      <Badge kind="late" icon="lock">
        {t('photo.state.withdrawn')}
      </Badge>
    );
  if (file.clearedWhy === 'con_permiso')
    return <Badge kind="done">{t('photo.state.con_permiso', { count: file.shown })}</Badge>;
  return file.clearedWhy ? (
    <Badge kind="done">{t(`photo.state.${file.clearedWhy}`)}</Badge>
  ) : (
    <Badge kind="dash" icon="lock">
      {t('photo.state.private')}
    </Badge>
  );
}

/** Photos and documents of a meeting, for who writes its minutes; each opens on a page of its own. */
export function MeetingFiles({
  meetingId,
  lang,
  files,
}: {
  meetingId: string;
  lang: string;
  files: MeetingFile[];
}) {
  const t = useT('minutes');
  const factsOf = useFileFacts();
  return (
    <section className="l-stack" aria-labelledby="archivos">
      <h2 id="archivos">{t('photo.heading')}</h2>
      <p>{t('photo.lead')}</p>
      {files.length > 0 && (
        <ul className="shots">
          {files.map((file) => (
            <li key={file.id} className="shot">
              {file.kind === 'foto' && (
                <img src={fileHref(meetingId, file.id)} alt="" loading="lazy" />
              )}
              <p>
                <a
                  className="u-target"
                  href={`/facilitacion/talleres/${meetingId}/archivos/${file.id}`}
                  lang={lang}
                >
                  {file.description}
                </a>
              </p>
              {file.kind === 'adjunto' && <p className="u-small u-mute">{factsOf(file)}</p>}
              <p>
                <FileState file={file} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink icon="plus" href={`/facilitacion/talleres/${meetingId}/archivos`}>
          {t('photo.add')}
        </ButtonLink>
      </p>
    </section>
  );
}
