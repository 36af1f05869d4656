/** A QR code; always dark on white, since readers expect it. `label` says what it holds. */
export function QrCode({ drawing, label }: { drawing: { side: number; path: string }; label: string }) {
  return (
    <svg className="qr" viewBox={`0 0 ${drawing.side} ${drawing.side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}
