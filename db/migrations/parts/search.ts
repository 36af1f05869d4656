import { sql } from 'kysely';

/**
 * How texts are compared and searched. What people type decides: with or without accents, glued to any
 * sign, with invisible characters, in singular or plural.
 */
export const searchFunctions = sql.raw(String.raw`
  -- unaccent() is only stable, since its dictionary could change; ours does not. Soft hyphens, joiners and
  -- marks of direction are no part of a word.
  create function normalized(text)
    returns text
    language sql
    immutable
    parallel safe
    strict
    as $$
      select lower(
        public.unaccent(
          'public.unaccent'::regdictionary,
          regexp_replace(
            normalize($1, NFC),
            '[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]',
            '',
            'g'
          )
        )
      )
    $$;

  -- A text as words, each signless and in singular, before the stemmer of PostgreSQL sees it: that one
  -- needs the accents of -ción, and parts plurals from their singulars (mujer, mujeres). A query keeps
  -- its quotes and the minus before a word.
  create function search_words(given text, is_query boolean)
    returns text
    language plpgsql
    immutable
    parallel safe
    strict
    as $$
    declare
      t text := public.normalized(translate(given, '“”„‟«»', '""""""'));
    begin
      t := regexp_replace(
        t,
        '[\u0021\u0023-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b9\u00bb-\u00bf'
          || '\u2000-\u2bff\u2e00-\u303f\u3164\ufe10-\ufe6f\uff00-\uff0f\U0001f000-\U0001ffff]',
        ' ',
        'g'
      );
      if is_query then
        t := regexp_replace(t, '(\S)-+|-+(?=\s|$)', '\1 ', 'g');
      else
        t := translate(t, '"-', '  ');
      end if;
      -- Streets as they are abbreviated.
      t := regexp_replace(t, '\m(?:cra|crr|kra|kr)\M', 'carrera', 'g');
      t := regexp_replace(t, '\m(?:cl|cll)\M', 'calle', 'g');
      t := regexp_replace(t, '\m(?:av|avda|avd)\M', 'avenida', 'g');
      t := regexp_replace(t, '\m(?:dg|diag)\M', 'diagonal', 'g');
      t := regexp_replace(t, '\m(?:tv|trv|transv)\M', 'transversal', 'g');
      -- Words that say nothing, before they lose the s by which the stemmer knows them.
      t := regexp_replace(
        t,
        '\m(?:(?:nosotr|ell|est|es|un|otr|algun|much|tod|nuestr)[oa]s'
          || '|antes|cuales|quienes|eres|tienes)\M',
        ' ',
        'g'
      );
      -- Plurals: avances, luces; ingleses; clases, países; talleres, jóvenes; calles, niñas; bicis.
      t := regexp_replace(t, '([nlr]|[ar]u|la|[nr][dt]i)ces?\M', '\1z', 'g');
      t := regexp_replace(t, '(\w[aeiou])ces\M', '\1z', 'g');
      t := regexp_replace(t, 'eses\M', 'es', 'g');
      t := regexp_replace(t, '([aiou])ses\M', '\1se', 'g');
      t := regexp_replace(t, '(\w\w[lrndjyx])es\M', '\1', 'g');
      t := regexp_replace(t, '(\w\w[aeo])s\M', '\1', 'g');
      t := regexp_replace(t, '(\w\w[b-df-hj-np-rtv-z])is\M', '\1i', 'g');
      -- What is done and doing it: planeación, planear; construcción, inclusión; corrupción.
      t := regexp_replace(t, '(\w{5})al\M', '\1', 'g');
      t := regexp_replace(t, '\m(?!est)(\w{3,})acion\M', '\1ar', 'g');
      t := regexp_replace(t, '(\w)u(?:cc|s)ion\M', '\1uir', 'g');
      t := regexp_replace(t, 'rupcion\M', 'rupto', 'g');
      t := regexp_replace(t, 'pcion\M', 'ptar', 'g');
      t := regexp_replace(t, '(\w{4})eza\M|(\w{5})aje\M', '\1\2ar', 'g');
      t := regexp_replace(t, '(\w{4})os[oa]\M', '\1o', 'g');
      -- Vowels that change under the stress: siembra, sembrar; arriendo, arrendar; prueba, probar.
      t := regexp_replace(t, '(s|c|\marr|\mgob|\minv|\mcom)ie(mbr|rr|nd|rn|rt|nz)', '\1e\2', 'g');
      t := regexp_replace(t, '\m(re)?(m|p|enc|res|dev|v|f|pr)ue(str|bl|ntr|lv|rz|b)', '\1\2o\3', 'g');
      t := regexp_replace(t, '([cs])ion\M', '\1ión', 'g');
      return regexp_replace(t, 'logia\M', 'logía', 'g');
    end
    $$;

  -- What a text is found by.
  create function search_vector(given text)
    returns tsvector
    language sql
    immutable
    parallel safe
    strict
    as $$
      select to_tsvector('pg_catalog.spanish', public.search_words($1, false))
    $$;

  -- What somebody looks for: all the words, "these together", -without this; empty when the words say nothing.
  create function search_query(given text)
    returns tsquery
    language sql
    immutable
    parallel safe
    strict
    as $$
      select websearch_to_tsquery('pg_catalog.spanish', public.search_words($1, true))
    $$;

  -- Whether a text is what somebody looks for; who typed only words that say nothing sees everything.
  create function search_matches(vector tsvector, given text)
    returns boolean
    language sql
    immutable
    parallel safe
    as $$
      select $1 @@ public.search_query($2)
        or (numnode(public.search_query($2)) = 0 and public.normalized($2) ~ '[a-z]')
    $$;
`);
