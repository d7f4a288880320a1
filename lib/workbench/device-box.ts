/** Locks and opens what is kept on the device. */
export type DeviceBox = {
  readonly lock: (value: unknown, id: string) => Promise<Locked>;
  /** Undefined when it was changed, was locked as another row, or with another key. */
  readonly open: (locked: Locked, id: string) => Promise<unknown>;
};
export type Locked = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

const ivBytes = 12;

/** AES-256-GCM with a key that cannot be read back (`base64` is forgotten after this). A row's id is bound to it. */
export async function createDeviceBox(base64: string): Promise<DeviceBox> {
  const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return {
    async lock(value, id) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      return { iv, bytes: await crypto.subtle.encrypt(algorithm(iv, id), key, plain) };
    },
    async open({ iv, bytes }, id) {
      try {
        const plain = await crypto.subtle.decrypt(algorithm(iv, id), key, bytes);
        return JSON.parse(new TextDecoder().decode(plain)) as unknown;
      } catch {
        // The one thing that fails here is the proof that this key locked these bytes under this id.
        return undefined;
      }
    },
  };
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
});
