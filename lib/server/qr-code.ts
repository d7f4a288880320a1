import 'server-only';
import qrcode from 'qrcode';

/** A QR code of a text as the address of an SVG picture, dark on white whatever the theme, so that every camera reads it. */
export async function qrCodeAddress(text: string): Promise<string> {
  const colours = { dark: '#000000ff', light: '#ffffffff' };
  const svg = await qrcode.toString(text, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 3,
    color: colours,
  });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
