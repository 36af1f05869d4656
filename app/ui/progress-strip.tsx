/** A thin bar that fills from the left; decorates a text that says the same. `share` goes from 0 to 1. */
export function ProgressStrip({ share }: { share: number }) {
  return (
    <svg className="strip" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.round(Math.min(1, Math.max(0, share)) * 1000)} height="1" />
    </svg>
  );
}
