import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { wgQuestions, type Catalogue } from '#app/domains/declarations/types.ts';
import { purposes } from '#app/domains/registration/types.ts';
import { type Meeting } from '#app/domains/meetings/types.ts';

type Option = { code: string; label: string };

function Box() {
  return <span className="paper__box" aria-hidden="true" />;
}

/** A question with a line to write on. */
function Write({ label }: { label: string }) {
  return (
    <p className="paper__fill">
      <span className="paper__label">{label}</span>
    </p>
  );
}

/** That a question is sensitive and voluntary, and why it is asked: before what is written. */
function Why({ why }: { why: string }) {
  const t = useT('roster');
  return <span className="paper__why"> {t('paper.sensitive', { why })}</span>;
}

/** A question with boxes to tick. */
function Tick({
  label,
  why,
  options,
  children,
}: {
  label: string;
  why?: string;
  options: Option[];
  children?: ReactNode;
}) {
  // A city whose lists have no answers to a question does not ask it.
  if (options.length === 0) return null;
  return (
    <div className="paper__q">
      <p>
        <span className="paper__label">{label}</span>
        {why && <Why why={why} />}
      </p>
      <ul className="paper__options">
        {options.map((option) => (
          <li key={option.code}>
            <Box />
            {option.label}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** The six questions of the short set, in their wording and order. */
function ShortSet({ options }: { options: Option[] }) {
  const t = useT('registration');
  const say = useT('roster');
  return (
    <div className="u-scroll" role="region" aria-label={say('paper.wg')} tabIndex={0}>
      <table className="paper__grid">
        <caption>
          {say('paper.wg')}
          <Why why={say('paper.why.wg')} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('paper.wg.question')}</th>
            {options.map((option) => (
              <th key={option.code} scope="col">
                {option.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {wgQuestions.map((question) => (
            <tr key={question}>
              <th scope="row">{t(`form.${question}`)}</th>
              {options.map((option) => (
                <td key={option.code}>
                  <Box />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who somebody is, how they are reached and what they require. */
function PaperContact({ options }: { options: Catalogue }) {
  const t = useT('roster');
  return (
    <>
      <h3>{t('paper.you')}</h3>
      <Write label={t('paper.nombre')} />
      <div className="paper__two">
        <Write label={t('paper.correo')} />
        <Write label={t('paper.telefono')} />
      </div>
      <Tick label={t('paper.apoyo')} options={options.apoyo}>
        <Write label={t('paper.apoyo_otro')} />
      </Tick>
    </>
  );
}

/** What somebody consents to, and for who is under 18 their guardian. */
function PaperConsent({ policyVersion, byArrival }: { policyVersion: string; byArrival: boolean }) {
  const t = useT('roster');
  return (
    <>
      <h3>{t('paper.consent')}</h3>
      <p>{t('paper.consent.text', { version: policyVersion })}</p>
      <ul className="paper__consents">
        {purposes.map((purpose) => (
          <li key={purpose}>
            <Box />
            {t(
              purpose === 'estadistica' && !byArrival
                ? 'paper.consent.estadistica.places'
                : `paper.consent.${purpose}`,
            )}
          </li>
        ))}
      </ul>
      <div className="paper__two">
        <Write label={t('paper.consentimiento_fecha')} />
        <p className="paper__fill">
          <span className="paper__label">{t('paper.signature')}</span>
        </p>
      </div>
      <p>
        <span className="paper__why">{t('paper.minor')}</span> <Box />
        {t('paper.menor_oido')}
      </p>
      <div className="paper__two">
        <Write label={t('paper.acudiente_nombre')} />
        <Write label={t('paper.acudiente_contacto')} />
      </div>
    </>
  );
}

type Asked = { options: Catalogue; hasLocalities: boolean };

/** What somebody may say of themselves. */
function PaperSelf({ options, hasLocalities }: Asked) {
  const t = useT('roster');
  return (
    <>
      <h3>{t('paper.voluntary')}</h3>
      <p>{t('paper.voluntary.text')}</p>
      <Tick label={t('paper.genero')} why={t('paper.why.genero')} options={options.genero} />
      <div className="paper__two">
        <Write label={t('paper.genero_otra')} />
        <Write label={t('paper.anio_nacimiento')} />
      </div>
      <ShortSet options={options.wg} />
      <Tick label={t('paper.cuida')} options={options.cuida} />
      <Tick label={t('paper.etnia')} why={t('paper.why.etnia')} options={options.etnia} />
      <Tick label={t('paper.victima')} why={t('paper.why.victima')} options={options.victima} />
      <PaperBelonging options={options} hasLocalities={hasLocalities} />
    </>
  );
}

/** The organisation somebody belongs to, how they heard of it, where they live and a document. */
function PaperBelonging({ options, hasLocalities }: Asked) {
  const t = useT('roster');
  return (
    <>
      <p>
        <Why why={t('paper.why.organizacion')} />
      </p>
      <div className="paper__two">
        <Write label={t('paper.organizacion')} />
        <Write label={t('paper.organizacion_tipo')} />
      </div>
      <Tick label={t('paper.como_supo')} options={options.como_supo} />
      <div className="paper__two paper__two--three">
        {hasLocalities && <Write label={t('paper.localidad')} />}
        <Write label={t('paper.documento_tipo')} />
        <Write label={t('paper.documento')} />
      </div>
    </>
  );
}

/** What who receives the paper fills in. */
function PaperOffice() {
  const t = useT('roster');
  return (
    <p className="paper__office">
      <b>{t('paper.office')}</b>{' '}
      {(['papel', 'telefono', 'puerta'] as const).map((channel) => (
        <span key={channel}>
          <Box />
          {t(`paper.channel.${channel}`)}{' '}
        </span>
      ))}
      {t('paper.came')} <Box />
      {t('paper.yes')} <Box />
      {t('paper.no')}
    </p>
  );
}

/**
 * What a person fills in by hand, on one page, or on more in large type; its questions come in the
 * order of the columns of the list that `import-registrations` takes, whose names the second page tells.
 */
export function PaperForm({
  meeting,
  options,
  hasLocalities,
  policyVersion,
  large,
}: Asked & {
  meeting: Pick<
    Meeting,
    'title' | 'startsAt' | 'venue' | 'address' | 'lang' | 'allocation' | 'ownClosesAt'
  >;
  policyVersion: string;
  large: boolean;
}) {
  const t = useT('roster');
  const ofMeetings = useT('meetings');
  const f = useFormat();
  const place = [meeting.venue, meeting.address].filter(Boolean).join(', ');
  return (
    <section className={large ? 'sheet paper paper--large' : 'sheet paper'} aria-labelledby="hoja">
      <h2 id="hoja">
        {t('paper.heading')}: <span lang={meeting.lang}>{meeting.title}</span>
      </h2>
      <p>
        {f.date(meeting.startsAt, 'moment')}
        {place && ` · ${place}`}
      </p>
      {meeting.allocation !== 'llegada' && (
        <p>
          {ofMeetings(`allocation.says.${meeting.allocation}`, {
            date: f.date(meeting.ownClosesAt, 'moment'),
          })}
        </p>
      )}
      <PaperContact options={options} />
      <PaperConsent policyVersion={policyVersion} byArrival={meeting.allocation === 'llegada'} />
      <PaperSelf options={options} hasLocalities={hasLocalities} />
      <PaperOffice />
    </section>
  );
}
