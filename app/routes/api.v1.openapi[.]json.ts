import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { describeApi } from '#app/domains/transparency/openapi.ts';

/** `GET /api/v1/openapi.json`: the read API described for machines. */
export const loader = api(async () => describeApi(config().baseUrl));
