import type accounts from '#locales/es/accounts.json';
import type circle from '#locales/es/circle.json';
import type common from '#locales/es/common.json';
import type coordination from '#locales/es/coordination.json';
import type door from '#locales/es/door.json';
import type draw from '#locales/es/draw.json';
import type emails from '#locales/es/emails.json';
import type errors from '#locales/es/errors.json';
import type fields from '#locales/es/fields.json';
import type figures from '#locales/es/figures.json';
import type flash from '#locales/es/flash.json';
import type groups from '#locales/es/groups.json';
import type ideas from '#locales/es/ideas.json';
import type letters from '#locales/es/letters.json';
import type meetings from '#locales/es/meetings.json';
import type minutes from '#locales/es/minutes.json';
import type moderation from '#locales/es/moderation.json';
import type monitoring from '#locales/es/monitoring.json';
import type notices from '#locales/es/notices.json';
import type pages from '#locales/es/pages.json';
import type plan from '#locales/es/plan.json';
import type proposals from '#locales/es/proposals.json';
import type registration from '#locales/es/registration.json';
import type roster from '#locales/es/roster.json';
import type setup from '#locales/es/setup.json';
import type sheets from '#locales/es/sheets.json';
import type territory from '#locales/es/territory.json';
import type transparency from '#locales/es/transparency.json';
import type votes from '#locales/es/votes.json';

export const locales = ['es', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The Spanish files type the keys: a wrong key does not compile. */
export type Messages = {
  accounts: typeof accounts;
  circle: typeof circle;
  common: typeof common;
  coordination: typeof coordination;
  door: typeof door;
  draw: typeof draw;
  emails: typeof emails;
  errors: typeof errors;
  fields: typeof fields;
  figures: typeof figures;
  flash: typeof flash;
  groups: typeof groups;
  ideas: typeof ideas;
  letters: typeof letters;
  meetings: typeof meetings;
  minutes: typeof minutes;
  moderation: typeof moderation;
  monitoring: typeof monitoring;
  notices: typeof notices;
  pages: typeof pages;
  plan: typeof plan;
  proposals: typeof proposals;
  registration: typeof registration;
  roster: typeof roster;
  setup: typeof setup;
  sheets: typeof sheets;
  territory: typeof territory;
  transparency: typeof transparency;
  votes: typeof votes;
};

export const namespaces = [
  'accounts',
  'circle',
  'common',
  'coordination',
  'door',
  'draw',
  'emails',
  'errors',
  'fields',
  'figures',
  'flash',
  'groups',
  'ideas',
  'letters',
  'meetings',
  'minutes',
  'moderation',
  'monitoring',
  'notices',
  'pages',
  'plan',
  'proposals',
  'registration',
  'roster',
  'setup',
  'sheets',
  'territory',
  'transparency',
  'votes',
] as const satisfies readonly (keyof Messages)[];
export type Namespace = keyof Messages;

type WithoutPlural<K> = K extends `${infer Base}_${'zero' | 'one' | 'other' | 'many'}` ? Base : K;
/**
 * A key of a namespace; the plural forms `x_one` and `x_other`, and `x_zero` where none is told in other
 * words, are asked for as `x` with `count`.
 */
export type MessageKey<N extends Namespace> = WithoutPlural<keyof Messages[N] & string>;
export type MessageParams = Record<string, string | number>;

/** Says a message of one namespace in one language. */
export type Translate<N extends Namespace> = (key: MessageKey<N>, params?: MessageParams) => string;

/** Texts of one language: namespace, key, text. */
export type Bundle = Partial<Record<Namespace, Record<string, string>>>;
