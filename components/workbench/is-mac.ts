/** Whether Cmd is the key of commands here. False on the server; keys are shown only after something was done. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
}
