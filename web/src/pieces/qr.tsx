import { encode } from 'uqr';

/** A quiet edge of four modules. @source ISO/IEC 18004 §9.1 */
const border = 4;

/** A picture that phones read. Drawn dark on light whatever the colours of the page: readers want it so. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="qr-light" width={size} height={size} />
      <path class="qr-dark" d={rows.join('')} />
    </svg>
  );
}
