/**
 * A QR code, dark on white in every theme and on paper: readers need that contrast. `label` says
 * what it holds; what it holds stands beside it in words.
 */
export function QrCode({
  drawing,
  label,
}: {
  drawing: { side: number; path: string };
  label: string;
}) {
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${drawing.side} ${drawing.side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr__back" width={drawing.side} height={drawing.side} />
      <path className="qr__dots" d={drawing.path} />
    </svg>
  );
}
