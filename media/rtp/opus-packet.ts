/** Samples of one frame at 48 kHz by the TOC's configuration (RFC 6716, table 2). */
function frameSamples(configuration: number): number {
  if (configuration < 12) return [480, 960, 1920, 2880][configuration % 4] ?? 0;
  if (configuration < 16) return configuration % 2 === 0 ? 480 : 960;
  return 120 << (configuration % 4);
}

/** Longest Opus packet: 120 ms (RFC 6716, R5). */
const longestPacket = 5760;
const longestFrameBytes = 1275;

/**
 * Length of an Opus packet in frames of 48 kHz; `undefined` when its framing breaks RFC 6716, because a decoder would skip
 * such a packet and everything after it would sound too early.
 */
export function opusFrames(packet: Uint8Array): number | undefined {
  const [toc] = packet;
  if (toc === undefined) return undefined;
  const frames = frameCount(toc & 3, packet);
  const samples = frames * frameSamples(toc >> 3);
  return frames > 0 && samples <= longestPacket ? samples : undefined;
}

/** Whether a packet was coded for two channels. */
export const isStereo = (packet: Uint8Array): boolean => ((packet[0] ?? 0) & 4) !== 0;

/**
 * A packet that decodes to exactly `samples` of silence: 120, 240, 480 or 960. Not an empty frame, which would make a decoder
 * stretch the sound before it, but a CELT frame whose first bit says silence.
 */
export function silentPacket(samples: 120 | 240 | 480 | 960, channels: 1 | 2): Uint8Array {
  const configuration = 28 + Math.log2(samples / 120);
  return Uint8Array.of((configuration << 3) | (channels === 2 ? 4 : 0), 0xff, 0xfe);
}

/** Frames in a packet by its framing code, 0 when the framing is broken. */
function frameCount(code: number, packet: Uint8Array): number {
  const bytes = packet.length - 1;
  if (code === 0) return bytes <= longestFrameBytes ? 1 : 0;
  if (code === 1) return bytes % 2 === 0 && bytes / 2 <= longestFrameBytes ? 2 : 0;
  if (code === 2) return isTwoFrames(packet) ? 2 : 0;
  return isManyFrames(packet) ? (packet[1] ?? 0) & 63 : 0;
}

/** Length of a frame written in one or two bytes at `at`. */
function frameLength(packet: Uint8Array, at: number): { bytes: number; next: number } | undefined {
  const [first, second] = [packet[at], packet[at + 1]];
  if (first === undefined || (first >= 252 && second === undefined)) return undefined;
  return first < 252 ? { bytes: first, next: at + 1 } : { bytes: first + 4 * (second ?? 0), next: at + 2 };
}

function isTwoFrames(packet: Uint8Array): boolean {
  const first = frameLength(packet, 1);
  if (first === undefined) return false;
  const rest = packet.length - first.next - first.bytes;
  return rest >= 0 && rest <= longestFrameBytes;
}

function isManyFrames(packet: Uint8Array): boolean {
  const header = packet[1];
  if (header === undefined || (header & 63) === 0) return false;
  const padding = (header & 64) === 0 ? { bytes: 0, next: 2 } : paddingAt(packet, 2);
  if (padding === undefined) return false;
  return fits(packet, padding.next, packet.length - padding.bytes, header);
}

function paddingAt(packet: Uint8Array, at: number): { bytes: number; next: number } | undefined {
  let bytes = 0;
  for (let next = at; next < packet.length; next++) {
    const value = packet[next] ?? 0;
    bytes += value === 255 ? 254 : value;
    if (value !== 255) return { bytes, next: next + 1 };
  }
  return undefined;
}

/** Whether the frames of a code 3 packet, all alike (CBR) or each with its length (VBR), fill what lies between header and padding. */
function fits(packet: Uint8Array, from: number, to: number, header: number): boolean {
  const frames = header & 63;
  if ((header & 128) === 0)
    return to >= from && (to - from) % frames === 0 && (to - from) / frames <= longestFrameBytes;
  let [at, bytes] = [from, 0];
  for (let frame = 1; frame < frames; frame++) {
    const length = frameLength(packet, at);
    if (length === undefined || length.bytes > longestFrameBytes) return false;
    at = length.next;
    bytes += length.bytes;
  }
  const last = to - at - bytes;
  return last >= 0 && last <= longestFrameBytes;
}
