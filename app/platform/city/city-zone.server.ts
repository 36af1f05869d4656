import { sql, type RawBuilder } from 'kysely';
import { city } from './city.ts';

/**
 * The city's time zone in a statement (`… at time zone ${cityZone()}`): the value itself, since two
 * parameters would make two expressions of one.
 */
export function cityZone(): RawBuilder<string> {
  return sql.lit(city().timeZone);
}
