import { doorLimits } from '#app/domains/door/rules.ts';
import type { MeetingFile } from '#app/domains/minutes/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What the browser offers to choose; what is taken is read from the file itself. */
const accept =
  '.jpg,.jpeg,.png,.webp,.pdf,.csv,.txt,image/jpeg,image/png,image/webp,application/pdf,text/csv,text/plain';

/** Sends a photo or a document with what is said of it. */
export function AddFileForm({ lang, form }: { lang: string; form: FormState }) {
  const t = useT('minutes');
  return (
    <form method="post" encType="multipart/form-data" className="l-form l-gap">
      <FileField
        name="archivo"
        label={t('photo.file')}
        hint={t('photo.file.hint')}
        accept={accept}
        error={form.errors('archivo')}
      />
      <Description lang={lang} value={form.value('descripcion')} form={form} />
      <p className="l-row l-end">
        <Button kind="go">{t('photo.send')}</Button>
      </p>
    </form>
  );
}

/** Corrects what is said of a file. */
export function DescribeFile({
  file,
  lang,
  form,
}: {
  file: Pick<MeetingFile, 'description'>;
  lang: string;
  form: FormState;
}) {
  const t = useT('minutes');
  const isPosted = form.value('accion') === 'describir';
  return (
    <form method="post" className="l-stack">
      <Description
        lang={lang}
        value={isPosted ? form.value('descripcion') : file.description}
        form={form}
      />
      <p className="l-row">
        <Button name="accion" value="describir">
          {t('photo.describe')}
        </Button>
      </p>
    </form>
  );
}

function Description({ lang, value, form }: { lang: string; value: string; form: FormState }) {
  const t = useT('minutes');
  return (
    <TextField
      name="descripcion"
      lang={lang}
      label={t('photo.description')}
      hint={t('photo.description.hint')}
      rows={3}
      maxLength={doorLimits.photo}
      value={value}
      error={form.errors('descripcion')}
    />
  );
}

/** Takes a file away. */
export function RemoveFile() {
  const t = useT('minutes');
  return (
    <section className="l-stack" aria-labelledby="quitar">
      <h2 id="quitar">{t('photo.remove.heading')}</h2>
      <p>{t('photo.remove.text')}</p>
      <form method="post">
        <Button name="accion" value="quitar">
          {t('photo.remove.act')}
        </Button>
      </form>
    </section>
  );
}
