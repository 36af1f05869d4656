import { fileURLToPath } from 'node:url';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Attributes whose text people read or hear: their words come from the locale files. */
const spoken = `/^(${[
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
  'legend',
  'hint',
  'caption',
  'summary',
].join('|')})$/`;

const words = [
  {
    selector: `JSXAttribute[name.name=${spoken}] > Literal[value=/\\p{L}{2}/u]`,
    message: 'Words come from locales/ through useT().',
  },
  {
    selector: `JSXAttribute[name.name=${spoken}] > JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]`,
    message: 'Words come from locales/ through useT().',
  },
  {
    selector: "JSXAttribute[name.name='style']",
    message: 'The content policy refuses style attributes: use a class.',
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'No raw HTML.' },
];

const time = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only platform/clock reads the time: use now().',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only platform/clock reads the time: use now().',
  },
  {
    selector:
      "CallExpression[callee.property.name='randomUUID'], CallExpression[callee.name='randomUUID']",
    message: 'Only kernel/ids makes ids.',
  },
];

const noDefault = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only; route components are the exception.',
  },
];

export default defineConfig(
  {
    ignores: [
      'build/**',
      'node_modules/**',
      '.data/**',
      'test-results/**',
      'public/**',
      'db/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      // Characters that text must not hold are named where it is cleaned.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-nested-ternary': 'error',
    },
  },
  {
    // What waits for nobody has failed unseen: a promise is awaited, returned or let go with `void`.
    files: ['{app,db,tests}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['app/**/*.test.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70, IIFEs: true }],
    },
  },
  {
    files: ['tests/**/*.ts', 'app/**/*.test.{ts,tsx}'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['app/**/*.tsx'],
    extends: [
      react.configs.flat.recommended,
      react.configs.flat['jsx-runtime'],
      jsxA11y.flatConfigs.recommended,
    ],
    plugins: { 'react-hooks': reactHooks },
    settings: { react: { version: '18.3' } },
    rules: {
      'react/jsx-no-literals': [
        'error',
        {
          noStrings: true,
          ignoreProps: true,
          noAttributeStrings: false,
          allowedStrings: [
            '·',
            '→',
            '←',
            '/',
            ':',
            '×',
            '%',
            '#',
            '–',
            '—',
            '…',
            '«',
            '»',
            '(',
            ')',
            ',',
            '.',
            '+',
            '−',
          ],
        },
      ],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react/no-danger': 'error',
      'react/prop-types': 'off',
      'react/no-unescaped-entities': 'off',
      'react/no-unknown-property': 'error',
      // Lists lose their role in Safari when a style removes their marks; the role is then said again.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      // A region that scrolls sideways is reached by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: [], roles: ['region', 'tabpanel'], allowExpressionValues: true },
      ],
      'no-restricted-syntax': ['error', ...words],
    },
  },
  {
    files: ['app/**/*.ts'],
    ignores: ['app/routes.ts', 'app/**/*.test.ts', 'app/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noDefault] },
  },
  {
    files: ['app/domains/**/*.ts'],
    ignores: ['app/**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noDefault, ...time] },
  },
  {
    files: ['app/routes/**/*.{ts,tsx}', 'app/domains/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...words, ...time] },
  },
  {
    files: ['app/cli.server.ts', 'app/cli/**', 'tests/**', 'db/**'],
    rules: { 'no-console': 'off' },
  },
);
