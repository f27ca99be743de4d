/** Frames of 48 kHz in the longest Opus packet: 120 ms (RFC 6716, 3.2). */
export const longestPacketFrames = 5_760;

const silkFrames = [480, 960, 1_920, 2_880];

/** Frames of 48 kHz that an Opus packet decodes to, read from its table-of-contents byte; undefined for what is no Opus packet. */
export function opusFrames(payload: Uint8Array): number | undefined {
  const [contents, count] = payload;
  if (contents === undefined) return undefined;
  const packets = packetsIn(contents & 3, count);
  const frames = packets * framesEach(contents >> 3);
  return frames > 0 && frames <= longestPacketFrames ? frames : undefined;
}

function packetsIn(code: number, count: number | undefined): number {
  if (code === 0) return 1;
  return code < 3 ? 2 : (count ?? 0) & 63;
}

// RFC 6716, table 2: SILK 10 to 60 ms, hybrid 10 or 20 ms, CELT 2.5 to 20 ms.
function framesEach(configuration: number): number {
  if (configuration < 12) return silkFrames[configuration & 3] ?? 0;
  return configuration < 16 ? 480 << (configuration & 1) : 120 << (configuration & 3);
}
