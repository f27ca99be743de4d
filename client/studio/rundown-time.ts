import type { RundownLine, RundownState } from "../../schemas/rundown.ts";

/** What a clock says of a show's rundown. */
export type RundownTime = {
  /** Seconds since the item began. */
  readonly elapsedSeconds: number;
  /** Seconds that its plan leaves; negative when it is over. */
  readonly leftSeconds: number;
  /** When the last item ends, if those that follow keep to their plan; epoch milliseconds. */
  readonly endMs: number;
  /** How much later than planned at the show's beginning that is; negative when earlier. */
  readonly lateSeconds: number;
};

const sum = (lines: readonly RundownLine[]) => lines.reduce((seconds, line) => seconds + line.plannedSeconds, 0);

/** The item that is on, and its place in the list. */
export function currentLine(state: RundownState): { line: RundownLine; index: number } | undefined {
  const index = state.lines.findIndex(({ id }) => id === state.current?.itemId);
  const line = state.lines[index];
  return line && { line, index };
}

/** What follows: the items after the one that is on; when none is, those that were not on yet. */
export function linesAhead(state: RundownState): readonly RundownLine[] {
  const current = currentLine(state);
  if (current === undefined) return state.lines.filter(({ id }) => !state.doneIds.includes(id));
  return state.lines.slice(current.index + 1);
}

/** Reads the clock against the plan; undefined while nothing is on. */
export function rundownTime(state: RundownState, nowMs: number): RundownTime | undefined {
  const current = currentLine(state);
  if (current === undefined || state.current === null || state.begunAt === null) return undefined;
  const elapsedSeconds = Math.max(0, Math.floor((nowMs - Date.parse(state.current.startedAt)) / 1_000));
  const leftSeconds = current.line.plannedSeconds - elapsedSeconds;
  const endMs = nowMs + (Math.max(0, leftSeconds) + sum(linesAhead(state))) * 1_000;
  const plannedEndMs = Date.parse(state.begunAt) + sum(state.lines) * 1_000;
  return { elapsedSeconds, leftSeconds, endMs, lateSeconds: Math.round((endMs - plannedEndMs) / 1_000) };
}

/** Seconds until an item begins, if those before it keep to their plan; undefined when it is not ahead. */
export function secondsUntil(state: RundownState, itemId: string, nowMs: number): number | undefined {
  const ahead = linesAhead(state);
  const index = ahead.findIndex(({ id }) => id === itemId);
  const time = rundownTime(state, nowMs);
  return index === -1 || time === undefined ? undefined : Math.max(0, time.leftSeconds) + sum(ahead.slice(0, index));
}
