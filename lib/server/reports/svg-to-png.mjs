import { ImageResponse } from 'next/og.js';

/** An SVG that needs no font as a PNG of its own size, by what Next draws pictures with. */
export async function svgToPng({ svg, width, height }) {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const answer = new ImageResponse(
    { type: 'img', key: null, props: { width, height, src } },
    { width, height },
  );
  return new Uint8Array(await answer.arrayBuffer());
}
