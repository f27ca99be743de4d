/** Carries a counter that wraps at `bits` (RTP: 16 for sequence, 32 for timestamp) on beyond the wrap: the value nearest to `near`. */
export function unwrap(value: number, near: number, bits: 16 | 32): number {
  const span = 2 ** bits;
  const distance = (((value - near) % span) + span) % span;
  return near + (distance < span / 2 ? distance : distance - span);
}
