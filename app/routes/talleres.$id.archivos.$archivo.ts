import { fileReply } from '#app/platform/files/read-file.server.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { getMeetingFile } from '#app/domains/minutes/get-minutes.server.ts';

/** A photo or document of a meeting; what is private exists only for who runs it. */
export const loader = resource(async ({ visit, params, request }) => {
  const { file, isPublic } = await getMeetingFile(
    visit.db,
    visit.actor,
    params['id'],
    params['archivo'],
  );
  return await fileReply(visit.db, request, file, isPublic);
});
