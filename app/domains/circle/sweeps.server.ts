import { returnDeferred } from './return-deferred.server.ts';

/** What falls due in this slice. */
export const sweeps = { 'circle.return-deferred': returnDeferred };
