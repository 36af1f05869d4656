import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { demoAccounts, demoPassword } from '#app/domains/accounts/demo-accounts.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { countMeetings } from '#app/domains/figures/count-meetings.server.ts';
import { releaseTables } from '#app/domains/figures/release-tables.server.ts';
import { ideaSteps } from '#app/domains/ideas/types.ts';
import { getModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { ideas } from '#db/seeds/content/ideas.ts';
import { isSeeded, seedDemo } from '#db/seeds/demo.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { numberOf, fingerprint, seedAndKill, minutes, day, heldWorkshops } from './seeding.ts';

describe('the demonstration', () => {
  const database = freshDatabase();
  let before: Date;

  beforeAll(async () => {
    await seedAndKill(database);
    expect(await numberOf(database, 'idea')).toBeLessThan(ideas.length);
    expect(await isSeeded()).toBe(false);
    before = now();
    await seedDemo(database.url('owner'));
  }, minutes(5));

  it('is complete although a first seeding was killed half way', async () => {
    expect(await isSeeded()).toBe(true);
    const written = await database.owner
      .selectFrom('idea')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('origin', '<>', 'taller')
      .executeTakeFirstOrThrow();
    expect(Number(written.n)).toBe(ideas.length);
    expect(await numberOf(database, 'plan')).toBe(2);
  });

  it('is seeded once: again changes nothing', async () => {
    const first = await fingerprint(database);
    await seedDemo(database.url('owner'));
    expect(await fingerprint(database)).toEqual(first);
  });

  it('has the accounts of the contract, with their password, verified, with a proof of consent', async () => {
    const accounts = await database.db
      .selectFrom('person')
      .select(['email', 'email_verified_at'])
      .where('email', 'in', demoAccounts)
      .execute();
    expect(accounts.map((account) => account.email).sort()).toEqual([...demoAccounts].sort());
    expect(accounts.every((account) => account.email_verified_at !== null)).toBe(true);
    for (const { email } of accounts.slice(0, 2))
      expect(await signIn({ email: email ?? '', password: demoPassword }, '')).toHaveProperty(
        'token',
      );
    expect(
      await numberOf(
        database,
        'person p where not exists (select from consent c where c.person_id = p.id)',
      ),
    ).toBe(0);
  });

  it('gives the roles of the contract: moderators of everything, commissions of two and two', async () => {
    const grants = await database.db
      .selectFrom('role_grant')
      .innerJoin('person', 'person.id', 'role_grant.person_id')
      .select(['email', 'role', 'scope_kind'])
      .execute();
    const heldBy = (role: string, scopeKind: string | null) =>
      grants
        .filter((grant) => grant.role === role && grant.scope_kind === scopeKind)
        .map((grant) => grant.email?.split('@')[0]);
    expect(heldBy('moderacion', null).sort()).toEqual(['moderador2', 'moderadora', 'moderadora3']);
    expect(heldBy('coordinacion', null)).toEqual(['coordinacion']);
    expect(heldBy('monitoreo', null)).toEqual(['monitoreo']);
    expect(heldBy('entidad', 'institution')).toEqual(['entidad']);
    expect(heldBy('facilitacion', 'meeting')).toEqual([
      'facilitadora',
      'facilitadora',
      'facilitadora',
    ]);
    expect(heldBy('circulo', 'sector')).toEqual(
      expect.arrayContaining(['circulo-gobierno', 'circulo-civil']),
    );
    const commissions = await sql<{ gobierno: number; civil: number; demo: number }>`
      select count(*) filter (where m.sector = 'gobierno')::int as gobierno,
        count(*) filter (where m.sector = 'civil')::int as civil,
        count(*) filter (where p.email like 'circulo-%@demo.convite')::int as demo
      from commission_member cm
        join circle_member m on m.id = cm.member_id
        join person p on p.id = m.person_id
      group by cm.commitment_id
    `.execute(database.owner);
    expect(commissions.rows).toEqual(
      Array.from({ length: 6 }, () => ({ gobierno: 2, civil: 2, demo: 2 })),
    );
  });

  it('opened its phases 30 days before and closes them 60 days after; the archived plan is closed', async () => {
    const phases = await database.db
      .selectFrom('phase')
      .innerJoin('plan', 'plan.id', 'phase.plan_id')
      .select(['kind', 'plan.state', 'opens_at', 'closes_at'])
      .orderBy('position')
      .execute();
    const active = phases.filter((phase) => phase.state === 'active');
    expect(active.map((phase) => phase.kind)).toEqual([
      'ideas',
      'apoyos',
      'talleres',
      'deliberacion',
      'seguimiento',
    ]);
    for (const phase of active) {
      expect((before.getTime() - phase.opens_at.getTime()) / day).toBeCloseTo(30, 0);
      expect((phase.closes_at.getTime() - before.getTime()) / day).toBeCloseTo(60, 0);
    }
    const archived = phases.filter((phase) => phase.state === 'archived');
    expect(archived.length).toBeGreaterThan(2);
    expect(archived.every((phase) => phase.closes_at < before)).toBe(true);
  });

  it('has at least 60 ideas over all commitments, localities and steps of the road', async () => {
    expect(await numberOf(database, 'idea')).toBeGreaterThanOrEqual(60);
    expect(
      await numberOf(
        database,
        `(select distinct commitment_id from idea where state = 'publicada') as used`,
      ),
    ).toBe(6);
    expect(
      await numberOf(
        database,
        `(select distinct locality_code from idea where state = 'publicada' and locality_code is not null) as used`,
      ),
    ).toBe(20);
    const steps = await database.db.selectFrom('idea').select('step').distinct().execute();
    expect(steps.map((row) => row.step).sort()).toEqual([...ideaSteps].sort());
    const states = await database.db.selectFrom('idea').select('state').distinct().execute();
    expect(states.map((row) => row.state).sort()).toEqual([
      'borrador',
      'devuelta',
      'duplicada',
      'enviada',
      'peticion',
      'publicada',
      'rechazada',
      'retirada',
    ]);
  });

  it('counts supports and comments exactly', async () => {
    expect(await numberOf(database, 'support')).toBe(
      ideas.reduce((sum, idea) => sum + idea.supporters, 0),
    );
    expect(
      await numberOf(
        database,
        'idea_stats s where support_count <> (select count(*) from support p where p.idea_id = s.idea_id)',
      ),
    ).toBe(0);
    expect(
      await numberOf(
        database,
        `idea_stats s where comment_count <> (select count(*) from idea_comment c where c.idea_id = s.idea_id)`,
      ),
    ).toBe(0);
    expect(await numberOf(database, 'idea_comment')).toBeGreaterThan(60);
  });

  it('has two proposals decided, one in part, with an answer to each of their ideas', async () => {
    const decisions = await database.db
      .selectFrom('circle_decision')
      .select(['decision'])
      .where('decision', '!=', 'aplazada')
      .orderBy('decision')
      .execute();
    expect(decisions.map((row) => row.decision)).toEqual(['adoptada', 'adoptada_en_parte']);
    expect(
      await numberOf(
        database,
        'proposal_idea pi join proposal p on p.id = pi.proposal_id where p.state = ' +
          `'decidida' and not exists (select from circle_decision_idea di where di.idea_id = ` +
          'pi.idea_id)',
      ),
    ).toBe(0);
    const states = await database.db.selectFrom('proposal').select('state').distinct().execute();
    expect(states.map((row) => row.state).sort()).toEqual([
      'aplazada',
      'borrador',
      'decidida',
      'enviada',
      'lista',
    ]);
  });

  it('has one overdue idea in the queue and one overdue proposal', async () => {
    // By the queue's own clock, which stands still while an author is asked something.
    expect((await getModerationFigures(database.db, before, 'es')).overdue).toBe(1);
    expect(await numberOf(database, `proposal where state = 'enviada' and due_at < now()`)).toBe(1);
  });

  it('holds nothing of the future, and everything an idea went through in its order', async () => {
    expect(await numberOf(database, 'audit_entry where at > now()')).toBe(0);
    expect(
      await numberOf(
        database,
        'idea where greatest(created_at, submitted_at, reviewed_at, published_at, withdrawn_at) > now()',
      ),
    ).toBe(0);
    expect(
      await numberOf(
        database,
        'idea where published_at < submitted_at or withdrawn_at < published_at',
      ),
    ).toBe(0);
    expect(
      await numberOf(
        database,
        'support s join idea i on i.id = s.idea_id where s.created_at < i.published_at or ' +
          's.created_at > coalesce(i.withdrawn_at, now())',
      ),
    ).toBe(0);
    expect(
      await numberOf(
        database,
        'idea_comment c join idea_comment p on p.id = c.parent_id where c.created_at <= p.created_at',
      ),
    ).toBe(0);
    expect(
      await numberOf(
        database,
        'idea i join person p on p.id = i.author_id where p.created_at > i.created_at',
      ),
    ).toBe(0);
  });

  it('held eighteen workshops with the people that the published plan tells of', async () => {
    const held = await heldWorkshops(database);
    expect(held).toMatchObject({
      workshops: 18,
      people: 230,
      women: 66,
      disability: 11,
      localities: 20,
    });
    expect(held['carers']).toBeGreaterThan(30);
    expect(held['organised']).toBeGreaterThan(50);
  });

  it(
    'publishes them: protected tables read as the published plan does, and nothing of them can be told by subtraction',
    async () => {
      await asWorker(database, async () => {
        await countMeetings();
        await releaseTables();
        expect(await auditDisclosure(getDb())).toMatchObject({ recuperables: [] });
      });
      const { measured } = await getFigures(database.db, 'talleres');
      const table = (measure: string) =>
        measured.find((each) => each.measure === measure && each.population === 'asistieron')!;
      const row = (measure: string, value: string) =>
        table(measure).rows.find((each) => each.value === value)!;
      expect(table('genero').people).toBe(230);
      expect(Math.round(row('genero', 'mujeres').share! * 100)).toBe(66);
      // 66 % of 230 against 52 %: still within what chance may do.
      expect(row('genero', 'mujeres').finding).toBe('unsure');
      expect(row('cuida', 'si').people).toBeGreaterThan(30);
      expect(row('discapacidad', 'si').people).toBe(11);
      expect(table('localidad').reached).toBe(20);
      expect(row('organizacion', 'si').share).toBeGreaterThan(0.5);
    },
    minutes(3),
  );

  it('leaves the worker only a few mails to send and no job', async () => {
    expect(await numberOf(database, 'pgboss.job')).toBe(0);
    expect(
      await numberOf(
        database,
        '(select distinct person_id from notice where mailed_at is null) as told',
      ),
    ).toBeLessThan(15);
    expect(await numberOf(database, 'notice')).toBeGreaterThan(200);
  });
});
