import type { Locale } from '#app/platform/i18n/messages.ts';

/** How people reach who runs it; what is empty is not known yet. */
export type CityContact = {
  operator: string;
  address: string;
  telephone: string;
  mail: string;
  /** Where judges and authorities send what must be answered. */
  notificationMail: string;
  hours: Record<Locale, string>;
};

/** How telephones of the city's country are written within it: `0` before, `57` from outside, so many digits. */
export type Dial = { code: string; trunk: string; digits: number };

/** Texts that a city may say in its own words. */
export const cityTextKeys = ['welcome', 'circle_manual', 'mail_footer'] as const;
export type CityTextKey = (typeof cityTextKeys)[number];
export const cityTextMax = 20_000;

export type City = {
  /** Empty until somebody says which city this is. */
  name: string;
  timeZone: string;
  /** ISO 3166-1, two letters: whose telephones and holidays; empty until it is said. */
  country: string;
  dial: Dial | null;
  languages: Locale[];
  contact: CityContact;
  /** What the city says in its own words; where it says nothing, the product's text stands. */
  texts: Partial<Record<CityTextKey, Record<Locale, string>>>;
  /** Until then nothing is shown to who has no part in preparing it. */
  openedAt: Date | null;
};
