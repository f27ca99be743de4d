import { openFfmpeg } from "../ffmpeg/open-ffmpeg.ts";
import type { FinishedTrack } from "../recorder/finished-recording.ts";
import { frameSeconds, speechRate } from "../speech/frames.ts";
import { closed, type Span } from "../speech/voice-activity.ts";
import { voiceTrack, type VoiceTrack } from "../speech/voice-track.ts";
import { within, without } from "./spell.ts";

/** As much is in memory at a time; what stands before and after a piece is heard with it, for the noise floor's sake. */
const pieceSeconds = 300;
const contextSeconds = 30;

/** A recorded microphone as {@link voiceTrack} hears it, on the programme's time; what was removed from the delay is not in it. */
export async function readTrack(track: FinishedTrack, signal: AbortSignal): Promise<VoiceTrack> {
  const heard: Span[] = [];
  const energies = new Float32Array(Math.ceil(track.durationSeconds / frameSeconds) + 1);
  for await (const { samples, startSeconds, piece } of piecesOf(track.path, signal)) {
    const found = voiceTrack(samples);
    const shifted = found.heard.map(({ from, to }) => ({ from: from + startSeconds, to: to + startSeconds }));
    heard.push(...within(shifted, [piece]));
    const [first, last] = [piece.from, piece.to].map((at) => Math.round((at - startSeconds) / frameSeconds));
    const own = found.energies.subarray(first, last);
    const place = Math.round(piece.from / frameSeconds);
    energies.set(own.subarray(0, Math.max(0, energies.length - place)), place);
  }
  return onProgramme(track, { heard: closed(without(heard, mutedOf(track)), frameSeconds), energies });
}

type Piece = { samples: Float32Array; startSeconds: number; piece: Span };

async function* piecesOf(path: string, signal: AbortSignal): AsyncGenerator<Piece> {
  const [piece, context] = [pieceSeconds * speechRate, contextSeconds * speechRate];
  let [window, startSample, doneTo] = [new Float32Array(0), 0, 0];
  const cut = (to: number): Piece => ({
    samples: window,
    startSeconds: startSample / speechRate,
    piece: { from: doneTo / speechRate, to: to / speechRate },
  });
  for await (const samples of decoded(path, signal)) {
    window = joined(window, samples);
    if (startSample + window.length < doneTo + piece + context) continue;
    yield cut(doneTo + piece);
    doneTo += piece;
    window = window.slice(Math.max(0, doneTo - context - startSample));
    startSample = Math.max(startSample, doneTo - context);
  }
  const end = startSample + window.length;
  if (end > doneTo) yield cut(end);
}

async function* decoded(path: string, signal: AbortSignal): AsyncGenerator<Float32Array> {
  const output = ["-f", "f32le", "-ar", String(speechRate), "-ac", "1", "pipe:1"];
  await using ffmpeg = openFfmpeg(["-i", path, ...output], { patience: "most" });
  // Only as much is decoded as is read.
  ffmpeg.stdout.pause();
  ffmpeg.stdin.end();
  let [parts, length]: [Buffer[], number] = [[], 0];
  for await (const bytes of ffmpeg.stdout as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    parts.push(bytes);
    length += bytes.length;
    if (length < 4 * speechRate) continue;
    const all = Buffer.concat(parts);
    const whole = length - (length % 4);
    yield floatsOf(all.subarray(0, whole));
    [parts, length] = [[all.subarray(whole)], length - whole];
  }
  await ffmpeg.done;
  yield floatsOf(Buffer.concat(parts));
}

const floatsOf = (bytes: Buffer) => new Float32Array(new Uint8Array(bytes.subarray(0, bytes.length & ~3)).buffer);

function joined(one: Float32Array, other: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

const mutedOf = ({ muted }: FinishedTrack): Span[] =>
  muted.map(({ startSeconds, durationSeconds }) => ({ from: startSeconds, to: startSeconds + durationSeconds }));

// The mixer moves a voice by single blocks where clocks drift: each part of the track lies where it was heard.
function onProgramme({ alignments, durationSeconds }: FinishedTrack, { heard, energies }: VoiceTrack): VoiceTrack {
  const parts = alignments.map(({ trackSeconds, programmeSeconds }, index) => ({
    from: index === 0 ? Math.min(0, trackSeconds) : trackSeconds,
    to: alignments[index + 1]?.trackSeconds ?? durationSeconds,
    shift: programmeSeconds - trackSeconds,
  }));
  const end = Math.max(0, ...parts.map(({ to, shift }) => to + shift));
  const moved = new Float32Array(Math.ceil(end / frameSeconds) + 1);
  for (const { from, to, shift } of parts) {
    const place = Math.round((from + shift) / frameSeconds);
    const own = energies.subarray(Math.round(from / frameSeconds), Math.round(to / frameSeconds));
    moved.set(own.subarray(Math.max(0, -place), Math.max(0, moved.length - place)), Math.max(0, place));
  }
  const spans = parts.flatMap(({ from, to, shift }) =>
    within(heard, [{ from, to }]).map((span) => ({ from: span.from + shift, to: span.to + shift })),
  );
  return { energies: moved, heard: closed(spans, frameSeconds) };
}
