import type { PolicySection } from '#app/domains/accounts/data-policy.ts';

/** A text of the site that has versions: its sections, and which version it is. */
export function VersionedText({
  sections,
  version,
}: {
  sections: PolicySection[];
  /** Number, date and hash, said. */
  version: string;
}) {
  return (
    <>
      {sections.map((section, index) => (
        <section
          key={section.title}
          className="l-stack l-stack--tight"
          aria-labelledby={`s${index + 1}`}
        >
          <h2 id={`s${index + 1}`}>{section.title}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <p className="u-small u-mute u-break">{version}</p>
    </>
  );
}
