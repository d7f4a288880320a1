/** The size of a picture in previews, in pixels: what Open Graph and the large card of Twitter ask for. */
export const previewSize = { width: 1200, height: 630 } as const;
