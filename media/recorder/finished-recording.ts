import { join } from "node:path";
import type { StripId } from "../../schemas/ids.ts";
import type { IndexLine, LineOf } from "./index-line.ts";
import { programmeName } from "./join-programme.ts";
import { recordedMix, type RecordedMix } from "./recorded-mix.ts";
import { linesOf } from "./session-index.ts";
import { relationsOf, startFrame, type Relation } from "./track-relations.ts";

/** A span of a track or programme, in its own media time. */
export type Gap = { startSeconds: number; durationSeconds: number };

/** From `trackSeconds` of the track on, its sound stands at `programmeSeconds` of the programme, and so on until the next one. */
export type Alignment = { trackSeconds: number; programmeSeconds: number };

/** One voice on disk. A strip whose voice came again (another tablet, a reload) has several. */
export type FinishedTrack = {
  stripId: StripId;
  stripNumber: number;
  path: string;
  /** Programme media time of the track's first sample; the decoder's pre-skip is already accounted for. */
  startSeconds: number;
  durationSeconds: number;
  /** Sound that never came; silence in the file. */
  gaps: Gap[];
  /** What is never to be heard of it, because it was removed from the delay. */
  muted: Gap[];
  /** How track and programme lie to each other over time; the mixer moves a voice by 20 ms when clocks drift. At least one. */
  alignments: Alignment[];
};

/** What a show left on disk. Loudness is the mixer's, `undefined` when none was measured before a crash. */
export type FinishedRecording = {
  directory: string;
  programmePath: string;
  /** Instant of the programme's first sound. */
  startedAt: string;
  durationSeconds: number;
  integratedLufs: number | undefined;
  truePeakDbtp: number | undefined;
  /** 20 ms pieces of any voice that came too late for the programme or not at all; `undefined` after a crash. */
  concealedBlocks: number | undefined;
  /** Passages of the programme that were removed from the delay: nobody heard them, and no episode holds them. In order, apart from each other. */
  muted: Gap[];
  tracks: FinishedTrack[];
  /** What it takes to mix the tracks again; `undefined` for a recording from before that was kept. */
  mix: RecordedMix | undefined;
};

/** Reads a closed index as what it recorded. Tracks that no packet reached are left out. */
export function finishedRecording(directory: string, lines: readonly IndexLine[]): FinishedRecording {
  const [opened] = linesOf(lines, "opened");
  const [started] = linesOf(lines, "started");
  const closed = linesOf(lines, "closed").at(-1);
  if (opened === undefined || closed === undefined) throw new Error(`the index in ${directory} is not closed`);
  return {
    directory,
    programmePath: join(directory, programmeName),
    startedAt: (started ?? opened).at,
    durationSeconds: closed.frame / 48_000,
    integratedLufs: closed.integratedLufs,
    truePeakDbtp: closed.truePeakDbtp,
    concealedBlocks: closed.concealedBlocks,
    muted: mutedOf(lines, closed.frame),
    tracks: linesOf(lines, "trackOpened").flatMap((track) => finishedTrack(directory, track, lines)),
    mix: recordedMix(directory, lines),
  };
}

function finishedTrack(directory: string, opened: LineOf<"trackOpened">, all: readonly IndexLine[]): FinishedTrack[] {
  const lines = all.filter((line) => !("track" in line) || line.track === opened.track);
  const [started] = linesOf(lines, "trackStarted");
  const samples = linesOf(lines, "trackClosed").at(-1)?.samples ?? 0;
  if (started === undefined || samples <= started.preSkip) return [];
  const seconds = (sample: number) => (sample - started.preSkip) / 48_000;
  const relations = heardRelations(relationsOf(opened, started, lines), started.preSkip, samples);
  const alignments = relations.map(({ sample, frame }) => ({
    trackSeconds: seconds(sample),
    programmeSeconds: frame / 48_000,
  }));
  const { stripId, stripNumber, path } = opened;
  const startSeconds = alignments[0]?.programmeSeconds ?? 0;
  const gaps = gapsOf(lines, samples, seconds);
  return [
    {
      stripId,
      stripNumber,
      path: join(directory, path),
      startSeconds,
      durationSeconds: seconds(samples),
      gaps,
      muted: mutedOf(lines, Infinity).flatMap((span) => spanOnTrack(span, alignments, seconds(samples))),
      alignments,
    },
  ];
}

/** The muted passages of the programme, joined where they touch. */
function mutedOf(lines: readonly IndexLine[], frames: number): Gap[] {
  const passages = linesOf(lines, "muted").sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of passages) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  const inside = joined.map(({ from, to }) => ({ from, to: Math.min(to, frames) })).filter(({ from, to }) => to > from);
  return inside.map(({ from, to }) => ({ startSeconds: from / 48_000, durationSeconds: (to - from) / 48_000 }));
}

/** The same passage on a track: by what held where it began and where it ended. */
function spanOnTrack({ startSeconds, durationSeconds }: Gap, alignments: readonly Alignment[], length: number): Gap[] {
  const at = (programmeSeconds: number) => {
    const held = alignments.findLast((each) => each.programmeSeconds <= programmeSeconds) ?? alignments[0];
    const seconds = held === undefined ? 0 : held.trackSeconds + programmeSeconds - held.programmeSeconds;
    return Math.min(length, Math.max(0, seconds));
  };
  const [from, to] = [at(startSeconds), at(startSeconds + durationSeconds)];
  return to > from ? [{ startSeconds: from, durationSeconds: to - from }] : [];
}

/** The relations that hold in what is heard of a track: the first one from its first sample on. */
function heardRelations(relations: readonly Relation[], from: number, to: number): Relation[] {
  const first = { sample: from, frame: startFrame(relations, from) };
  return [first, ...relations.filter(({ sample }) => sample > from && sample < to)];
}

function gapsOf(lines: readonly IndexLine[], samples: number, seconds: (sample: number) => number): Gap[] {
  // A crash may have kept the note of a gap and lost the page with its silence.
  const kept = linesOf(lines, "gap").filter((gap) => gap.sample + gap.samples <= samples);
  return kept.map((gap) => ({ startSeconds: seconds(gap.sample), durationSeconds: gap.samples / 48_000 }));
}
