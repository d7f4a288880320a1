/**
 * How often a fault is repeated: a few times in `npm test`, as often as the goals say in `npm run faults`. Every test that
 * has both forms asks here; the command sets GALLEY_REPEAT to `short` or `full`, and without it the form is short.
 */
export function repeat<Value>(forms: { readonly short: Value; readonly full: Value }): Value {
  return process.env.GALLEY_REPEAT === 'full' ? forms.full : forms.short;
}
