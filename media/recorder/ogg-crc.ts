/** Ogg's own CRC-32 (RFC 3533): polynomial 0x04c11db7, nothing reflected, begun with 0. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = (value & 0x80000000) === 0 ? value << 1 : (value << 1) ^ 0x04c11db7;
  return value;
});

/** Checksum of an Ogg page whose own checksum field is zero. */
export function oggCrc(page: Uint8Array): number {
  let crc = 0;
  for (const byte of page) crc = (crc << 8) ^ (table[((crc >>> 24) ^ byte) & 255] ?? 0);
  return crc >>> 0;
}
