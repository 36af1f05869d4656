import type { DataPolicy } from '#app/domains/accounts/data-policy.ts';
import { useLocale } from '#app/platform/i18n/use-t.ts';

/** The text of a data policy, under headings of the given level. */
export function DataPolicyText({
  policy,
  level: Heading = 'h2',
}: {
  policy: DataPolicy;
  level?: 'h2' | 'h3';
}) {
  const locale = useLocale();
  return (
    <div className="prose">
      {policy.sections[locale].map((section) => (
        <section key={section.title}>
          <Heading>{section.title}</Heading>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
