import { quantileOf } from "./frames.ts";
import { secondsOf, type Span } from "./voice-activity.ts";

/** What one voice had of a show. */
export type VoiceTurns = {
  /** Seconds it speaks, and the share of everybody's speaking that is, 0 to 1. */
  seconds: number;
  share: number;
  /** Its turns: speech without a second of silence in it and without anybody else's turn between. */
  turns: Span[];
  longestSeconds: number;
  /** How long it lets the voice before it wait for its turn, at the middle of its turns, s; below 0 it comes in early. Absent without a reply. */
  replyGapSeconds: number | undefined;
};

/** How a show's time was shared out. */
export type ShowTurns = {
  voices: VoiceTurns[];
  /** Where two voices or more speak at once. */
  overlaps: Span[];
  /** Pielou's evenness of the shares: 1 when all speak alike, 0 when one alone speaks; absent with one voice or none. */
  equality: number | undefined;
};

const longestBreath = 1;

type Turn = Span & { voice: number };

/** Shares a show's time out; each voice's own speech is given, without what its microphone hears of others ({@link withoutBleed}). */
export function showTurns(speech: readonly (readonly Span[])[]): ShowTurns {
  const turns = turnsInOrder(speech);
  const all = speech.reduce((sum, spans) => sum + secondsOf(spans), 0);
  const voices = speech.map((spans, voice): VoiceTurns => {
    const own = turns.filter((turn) => turn.voice === voice).map(({ from, to }) => ({ from, to }));
    const seconds = secondsOf(spans);
    return {
      seconds,
      share: all === 0 ? 0 : seconds / all,
      turns: own,
      longestSeconds: Math.max(0, ...own.map(({ from, to }) => to - from)),
      replyGapSeconds: quantileOf(replyGaps(turns, voice), 0.5),
    };
  });
  return { voices, overlaps: overlapsOf(speech), equality: evenness(voices.map(({ share }) => share)) };
}

function turnsInOrder(speech: readonly (readonly Span[])[]): Turn[] {
  const spoken = speech.flatMap((spans, voice) => spans.map(({ from, to }) => ({ from, to, voice })));
  const turns: Turn[] = [];
  for (const span of spoken.sort((a, b) => a.from - b.from)) {
    const last = turns.findLast(({ voice }) => voice === span.voice);
    if (last !== undefined && span.from - last.to < longestBreath && !isTakenOver(turns, last, span)) last.to = span.to;
    else turns.push(span);
  }
  return turns;
}

// Who only says yes meanwhile takes no turn away: the other must have begun in the breath, or speak on after it.
const isTakenOver = (turns: readonly Turn[], last: Turn, next: Turn) =>
  turns.some(({ voice, from, to }) => voice !== last.voice && from < next.from && to > last.to && from >= last.from);

function replyGaps(turns: readonly Turn[], voice: number): number[] {
  return turns.flatMap((turn, index) => {
    const before = turns[index - 1];
    return turn.voice === voice && before !== undefined && before.voice !== voice ? [turn.from - before.to] : [];
  });
}

function overlapsOf(speech: readonly (readonly Span[])[]): Span[] {
  const edges = speech.flat().flatMap(({ from, to }) => [
    { at: from, step: 1 },
    { at: to, step: -1 },
  ]);
  const overlaps: Span[] = [];
  let [speaking, since] = [0, 0];
  for (const { at, step } of edges.sort((a, b) => a.at - b.at || a.step - b.step)) {
    if (speaking >= 2 && at > since) overlaps.push({ from: since, to: at });
    [speaking, since] = [speaking + step, at];
  }
  return joinedWhereTheyTouch(overlaps);
}

function joinedWhereTheyTouch(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last?.to === span.from) last.to = span.to;
    else whole.push({ ...span });
  }
  return whole;
}

/** Pielou's evenness of shares: 1 when all are alike, 0 when one has all; `undefined` of less than two, or where nobody has any. */
export function evenness(shares: readonly number[]): number | undefined {
  if (shares.length < 2 || shares.every((share) => share === 0)) return undefined;
  const entropy = shares.reduce((sum, share) => (share === 0 ? sum : sum - share * Math.log(share)), 0);
  return entropy / Math.log(shares.length);
}
