import type { IndexLine, LineOf } from "./index-line.ts";

/** From `sample` of a track on, its sound stands at `frame` of the programme. */
export type Relation = { sample: number; frame: number };

/** A sample of a track whose RTP timestamp is known. */
type Anchor = { sample: number; rtpTimestamp: number };

/**
 * How a track lies to the programme over time, from what the mixer said while it was recorded. Without a word of the mixer, which
 * never heard the voice, the moment of the first packet's arrival stands for it. In the order of the track's samples.
 */
export function relationsOf(
  opened: LineOf<"trackOpened">,
  started: LineOf<"trackStarted">,
  lines: readonly IndexLine[],
): Relation[] {
  const first: Anchor = { sample: 0, rtpTimestamp: started.rtpTimestamp };
  let anchor = first;
  const relations: Relation[] = [];
  for (const line of lines) {
    if (line.kind === "rebased") anchor = line;
    if (line.kind === "aligned" && line.stripId === opened.stripId && line.ssrc === opened.mixerSsrc) {
      relations.push(relationAt(anchor, line));
    }
  }
  if (relations.length === 0) return [{ sample: 0, frame: started.frame }];
  return relations.sort((a, b) => a.sample - b.sample);
}

/** Frame of a sample: by the last relation that had begun, else by the first that came. */
export function startFrame(relations: readonly Relation[], sample: number): number {
  const relation = relations.findLast((each) => each.sample <= sample) ?? relations[0];
  return relation === undefined ? 0 : relation.frame + sample - relation.sample;
}

/** Timestamps are 32 bits and wrap: the difference is signed, which holds for twelve hours. */
function relationAt(anchor: Anchor, aligned: LineOf<"aligned">): Relation {
  return { sample: anchor.sample + ((aligned.rtpTimestamp - anchor.rtpTimestamp) | 0), frame: aligned.frame };
}
