/** The ways in which a stream is encoded: HLS in full and for little data, MP3 for radios. */
export type OutputName = "audio" | "voice" | "mp3";

/** Bits per second of each output. */
export const outputBitrates = { audio: 96_000, voice: 32_000, mp3: 128_000 } as const satisfies Record<
  OutputName,
  number
>;

const source = ["-f", "f32le", "-ar", "48000", "-ac", "2", "-probesize", "32", "-analyzeduration", "0", "-i", "pipe:0"];
const targetSeconds = 2;

// By ffmpeg's manual the fast coder is as good from 64 kbit/s on and worse below; it takes half the time.
const coders = { audio: "fast", voice: "twoloop" } as const;

// One fragment is one segment.
const fragments = (channels: number, name: keyof typeof coders): string[] => [
  ...["-ac", String(channels), "-c:a", "aac", "-aac_coder", coders[name], "-b:a", String(outputBitrates[name])],
  ...["-movflags", "empty_moov+default_base_moof", "-frag_duration", String(targetSeconds * 1_000_000)],
  ...["-flush_packets", "1", "-f", "mp4", "pipe:1"],
];

// Without a bit reservoir every frame can be the first that a listener hears.
const mp3 = [
  ...["-c:a", "libmp3lame", "-b:a", String(outputBitrates.mp3), "-compression_level", "7", "-reservoir", "0"],
  ...["-write_xing", "0", "-id3v2_version", "0", "-flush_packets", "1", "-f", "mp3", "pipe:1"],
];

/** ffmpeg arguments that play a raw file (16-bit, 48 kHz, stereo) round and round as MP3, at the speed at which it is heard. */
export function loopArgs(pcmPath: string, gainDb: number): string[] {
  const loop = ["-re", "-stream_loop", "-1", "-f", "s16le", "-ar", "48000", "-ac", "2", "-i", pcmPath];
  return [...loop, "-af", `volume=${gainDb}dB,alimiter=limit=0.89:level=disabled`, ...mp3];
}

/** ffmpeg arguments of an output, fed with blocks of the programme on its stdin. */
export function encodeArgs(name: OutputName): string[] {
  if (name === "mp3") return [...source, ...mp3];
  return [...source, ...fragments(name === "audio" ? 2 : 1, name)];
}
