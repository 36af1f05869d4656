import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { FuzzedApp } from '#tests/integration/fuzz/app.ts';

const database = freshDatabase();
let app: FuzzedApp;

/** A request that says so keeps its process busy for three seconds, as a loop of ours would. */
const busy = `
  import http from 'node:http';
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (name, request) {
    const heard = emit.apply(this, arguments);
    const end = Date.now() + 3000;
    if (name === 'request' && request.headers['x-busy']) while (Date.now() < end);
    return heard;
  };`;

beforeAll(async () => {
  await newPlan(database.owner);
  app = await FuzzedApp.start(`${database.url('web')}?statement_timeout=800`, {
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(busy)}`,
  });
}, 120_000);
afterAll(() => app?.stop());

describe('what takes too long', () => {
  it('in the database is stopped there: 503 in words, when to come back, and all is well after', async () => {
    const path = `${app.url}/ideas?q=parque`;
    expect((await fetch(path)).status).toBe(200);
    const holder = new pg.Client({ connectionString: database.url('owner') });
    await holder.connect();
    try {
      await holder.query('begin; lock table idea in access exclusive mode');
      for (const asked of [
        path,
        path.replace('/ideas?', '/ideas.data?'),
        `${app.url}/api/v1/ideas`,
      ]) {
        const answer = await fetch(asked);
        expect(answer.status, asked).toBe(503);
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
        if (asked === path) expect(await answer.text()).toContain('lo detuvimos');
      }
    } finally {
      await holder.end();
    }
    expect((await fetch(path)).status).toBe(200);
  }, 60_000);

  it('in the process is logged with its route and nothing of the address', async () => {
    const id = '01a00000-0000-7000-8000-000000000001';
    await fetch(`${app.url}/ideas/${id}?q=palabra-secreta`, { headers: { 'x-busy': '1' } });
    await vi.waitFor(() => expect(app.said).toContain('event loop moves again'), 10_000);
    expect(app.said).toMatch(
      /"ms":\d{4},"routes":\{"GET \/ideas\/:":1\},"msg":"event loop stalled"/,
    );
    expect(app.said).not.toContain(id);
    expect(app.said).not.toContain('palabra-secreta');
  }, 60_000);
});
