import { fieldErrors, fileErrors } from '#app/platform/http/field-errors.ts';
import { readSetup, setupFileMax } from './read-file.ts';
import type { SetupData } from './setup-file.schema.ts';

/** The city in a file that was sent, or what is wrong with it beside the field `archivo`. */
export async function cityOfUpload(sent: FormDataEntryValue | null): Promise<SetupData> {
  if (!(sent instanceof File) || sent.size === 0) throw fieldErrors({ archivo: 'required' });
  if (sent.size > setupFileMax) throw fieldErrors({ archivo: 'setup_too_large' });
  const read = readSetup(await sent.text());
  if ('data' in read) return read.data;
  throw fileErrors(
    'archivo',
    read.problems.map(({ line, place, why }) => ({
      line,
      column: place || undefined,
      key: 'cell.field',
      params: { message: why },
    })),
  );
}
