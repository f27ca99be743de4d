/**
 * Samples a player drops at the beginning, as libopus asks for: the encoder looks 6.5 ms ahead. The sound is not moved by it,
 * because a track's `startSeconds` counts from the first sample that is heard.
 */
export const preSkip = 312;

/** First packet of an Ogg/Opus file (RFC 7845, 5.1). */
export function opusHead(channels: 1 | 2): Buffer {
  const head = Buffer.alloc(19);
  head.write("OpusHead", 0, "latin1");
  head.writeUInt8(1, 8);
  head.writeUInt8(channels, 9);
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}

/** Second packet (RFC 7845, 5.2): names the program and nobody else. */
export function opusTags(): Buffer {
  const vendor = Buffer.from("Antenne");
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4);
  tags.write("OpusTags", 0, "latin1");
  tags.writeUInt32LE(vendor.length, 8);
  vendor.copy(tags, 12);
  return tags;
}
