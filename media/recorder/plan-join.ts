/** A FLAC file of the programme, and the programme frame it begins at. */
export type Segment = { path: string; frame: number };

/** A segment and the frames that decode of it. */
export type MeasuredSegment = Segment & { frames: number };

/** A part of a segment, in its own frames, and the silence before it where no segment has the sound. */
export type Piece = { path: string; from: number; to: number; lead: number };

/** The end of a file whose encoder died is left to the next one, which has it whole: 200 ms. */
const doubtful = 9_600;

/**
 * Chooses what to take of segments that overlap, in order, so that nothing any of them has is lost or doubled and every frame
 * stands where it stood in the programme.
 */
export function planJoin(segments: readonly MeasuredSegment[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  segments.forEach((segment, index) => {
    const start = Math.max(position, segment.frame);
    const stop = handover(segment, segments[index + 1]);
    if (stop <= start) return;
    const { path, frame } = segment;
    pieces.push({ path, from: start - frame, to: stop - frame, lead: start - position });
    position = stop;
  });
  return pieces;
}

function handover(segment: MeasuredSegment, next: MeasuredSegment | undefined): number {
  const end = segment.frame + segment.frames;
  const isCovered = next !== undefined && next.frame <= end && next.frame + next.frames >= end;
  return isCovered ? Math.max(next.frame, end - doubtful) : end;
}
