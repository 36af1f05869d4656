import type { IForbiddenRuleType } from 'dependency-cruiser';

/** The slices in import order: each may import only slices before it. */
export const slices = [
  'city',
  'accounts',
  'notices',
  'declarations',
  'plan',
  'ideas',
  'votes',
  'meetings',
  'groups',
  'registration',
  'door',
  'minutes',
  'figures',
  'draw',
  'moderation',
  'proposals',
  'circle',
  'letters',
  'monitoring',
  'transparency',
  'setup',
] as const;

type Rule = IForbiddenRuleType & { name: string; comment: string };
/** dependency-cruiser checks the shape of both conditions when it starts. */
const forbid = (name: string, comment: string, from: object, to: object) =>
  ({ name, comment, severity: 'error', from, to }) as Rule;

const outsideTests = '\\.test\\.tsx?$';
const store = '^app/domains/.*[./]store\\.server\\.ts$';
const pure = { path: '^app/domains/[^/]+/[^/]+\.ts$', pathNot: '\.(server|test)\.ts$' };

/**
 * Imports only point downward: routes → domains → platform → kernel; ui → kernel and platform/i18n.
 */
export const importRules: Rule[] = [
  forbid(
    'kernel-is-pure',
    'The kernel imports nothing of ours but the kernel',
    { path: '^app/kernel/' },
    { path: '^(app/(?!kernel/)|db/|tests/)' },
  ),
  forbid(
    'platform-knows-no-domain',
    'Platform imports only platform and kernel',
    { path: '^app/platform/', pathNot: outsideTests },
    { path: '^app/(?!platform/|kernel/)' },
  ),
  forbid(
    'ui-knows-no-domain',
    'Widgets import only widgets, the kernel and platform/i18n',
    { path: '^app/ui/' },
    { path: '^app/(?!ui/|kernel/|platform/i18n/)' },
  ),
  forbid(
    'ui-libraries',
    'Widgets use React and its helpers, nothing of the server',
    { path: '^app/ui/', pathNot: outsideTests },
    {
      dependencyTypes: ['npm', 'npm-dev', 'core'],
      pathNot:
        'node_modules/(@types/)?(react|react-dom|react-aria-components|@remix-run/react|d3-|diff|@fontsource)',
    },
  ),
  forbid(
    'domains-know-no-route',
    'Domains import no route and no composition root',
    { path: '^app/domains/' },
    { path: '^app/(routes/|[^/]+$)' },
  ),
  forbid(
    'only-slice-ui-imports-ui',
    'Only components of a slice import widgets',
    { path: '^app/domains/', pathNot: '^app/domains/[^/]+/ui/' },
    { path: '^app/ui/' },
  ),
  forbid(
    'routes-know-no-sql',
    'Routes ask a slice; they know neither the query builder nor the database',
    { path: '^app/routes/' },
    { path: '(^app/platform/db/(?!check-ready\\.)|node_modules/(kysely|pg|@types/pg|pg-boss)/)' },
  ),
  forbid(
    'routes-import-no-route',
    'What two routes share belongs to a slice or to ui',
    { path: '^app/routes/' },
    { path: '^app/routes/' },
  ),
  forbid(
    'stores-are-private',
    'A store is imported by its own slice only',
    { path: '^app/domains/([^/]+)/' },
    { path: store, pathNot: '^(app/domains/$1/|app/domains/ideas/stats\\.store\\.server\\.ts$)' },
  ),
  forbid(
    'stores-are-private-to-slices',
    'A store is imported by its own slice only',
    { path: '^(app/(?!domains/)|db/|tests/)' },
    { path: store },
  ),
  forbid(
    'stats-belong-to-ideas-and-votes',
    'Only votes changes the counters of ideas besides ideas itself',
    { path: '^app/domains/(?!ideas/|votes/)' },
    { path: '^app/domains/ideas/stats\\.store\\.server\\.ts$' },
  ),
  forbid(
    'sql-only-in-stores',
    'Only stores know the query builder',
    { path: '^app/domains/', pathNot: store },
    { path: 'node_modules/(kysely|pg|@types/pg)/' },
  ),
  forbid(
    'one-reader-of-spreadsheets',
    'Every import reads its file, and every export writes it, through platform/spreadsheets',
    { path: '^(app|db)/', pathNot: `^app/platform/spreadsheets/|${outsideTests}` },
    {
      path: 'node_modules/(csv-parse|csv-stringify|read-excel-file|write-excel-file|fflate|saxen)/',
    },
  ),
  forbid(
    'handlers-run-in-the-worker',
    'Only the registry imports handlers of jobs',
    { path: '^app/', pathNot: '^app/(subjects|worker)\\.server\\.ts$' },
    { path: '^app/(domains|platform)/[^/]+/jobs\\.server\\.ts$' },
  ),
  forbid(
    'pure-files-stay-pure',
    'Types, rules, policies, schemas, job names and their like import nothing of the server',
    pure,
    { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'browser-gets-no-server',
    'Components import nothing of the server',
    { path: '^app/(ui|domains/[^/]+/ui)/', pathNot: outsideTests },
    { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'ts-imports-no-tsx',
    'A plain module runs in Node as it is, and cannot import markup',
    { path: '^app/.*\\.ts$', pathNot: '^(app/routes\\.ts|.*\\.test\\.ts)$' },
    { path: '\\.tsx$', dependencyTypesNot: ['type-only'] },
  ),
  forbid('tests-are-not-imported', 'A test is imported by nobody', {}, { path: outsideTests }),
  forbid(
    'the-app-imports-no-test',
    'Test code stays out of the app',
    { path: '^(app|db)/', pathNot: outsideTests },
    { path: '^tests/' },
  ),
  forbid(
    'migrations-are-frozen',
    'A migration imports nothing that may change',
    { path: '^db/migrations/' },
    { path: '^(app|tests|db/(?!migrations/))' },
  ),
  forbid('no-circle', 'No import leads back to itself', {}, { circular: true }),
  // What is not source is taken by its address; the build itself fails when it is not there.
  forbid(
    'everything-resolves',
    'Every import names something that exists',
    {},
    { couldNotResolve: true, pathNot: '\\.wasm\\?url$' },
  ),
  ...slices.map((slice, index) =>
    forbid(
      `slice-order-${slice}`,
      `${slice} imports only slices before it`,
      { path: `^app/domains/${slice}/` },
      { path: `^app/domains/(?!${slices.slice(0, index + 1).join('/|')}/)` },
    ),
  ),
];
