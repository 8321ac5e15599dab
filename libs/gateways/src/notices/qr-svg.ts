import encodeQR from 'qr';

const QUIET_MODULES = 4; // ISO/IEC 18004

/** A QR code of an address as SVG, dark on white, one path; nothing in it but the code. */
export function qrSvg(address: string): string {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const path = rows.flatMap((row, y) => {
    const runs: string[] = [];
    for (let x = row.indexOf(true); x >= 0;) {
      const light = row.indexOf(false, x);
      const end = light < 0 ? row.length : light;
      runs.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
      x = row.indexOf(true, end);
    }
    return runs;
  });
  const side = rows.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 ${side} ${side}" aria-hidden="true" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${path.join('')}"/></svg>`;
}
