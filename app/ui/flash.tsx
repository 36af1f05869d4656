import { Icon } from '#app/ui/icon.tsx';

/** The line that says, once, what the last act did. */
export function Flash({ message }: { message: string | null }) {
  return (
    <div className="l-wrap" role="status">
      {message && (
        <p className="notice notice--done flash">
          <Icon name="check" />
          <span>{message}</span>
        </p>
      )}
    </div>
  );
}
