import type { WorkOptions } from "../aside/aside-talk.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { FinishedTrack } from "../recorder/finished-recording.ts";
import { withoutBleed } from "../speech/bleed.ts";
import { showTurns } from "../speech/turns.ts";
import { secondsOf, type Span } from "../speech/voice-activity.ts";
import type { VoiceTrack } from "../speech/voice-track.ts";
import { readTrack } from "./read-track.ts";
import { together, within, type Spell } from "./spell.ts";

/** Whose turns are measured: microphones' tracks, and whose voice each was for while it was open. What is said outside of every spell does not count. */
export type TurnsOrder = { tracks: readonly FinishedTrack[]; spells: readonly Spell[] };

/** What one voice had of a show; seconds, and the share of everybody's speaking that is. */
export type MeasuredVoice = {
  voice: string;
  seconds: number;
  share: number;
  turns: number;
  longestSeconds: number;
  /** While somebody else spoke too. */
  overlapSeconds: number;
  replyGapSeconds: number | null;
};

/** How a show's time was shared out. */
export type MeasuredTurns = { voices: MeasuredVoice[]; seconds: number; overlaps: number; overlapSeconds: number };

/** Measures who spoke how long from a show's tracks: each microphone without what it heard of the others, in the spells of each voice. */
export async function measureTurns({ tracks, spells }: TurnsOrder, options: WorkOptions): Promise<MeasuredTurns> {
  const heard: VoiceTrack[] = [];
  for (const track of tracks) {
    heard.push(await readTrack(track, options.signal));
    options.onProgress(heard.length / (tracks.length + 1));
  }
  return shareOut(
    withoutBleed(heard).map((speech, index) => ({ stripId: tracks[index]!.stripId, speech })),
    spells,
  );
}

/** The turns of voices, of which it is known where each microphone's own speech lies. */
export function shareOut(
  microphones: readonly { stripId: StripId; speech: readonly Span[] }[],
  spells: readonly Spell[],
): MeasuredTurns {
  const names = [...new Set(spells.map(({ voice }) => voice))];
  const speech = names.map((name) => {
    const own = spells
      .filter(({ voice }) => voice === name)
      .flatMap(({ stripId, ...spell }) =>
        microphones.filter((each) => each.stripId === stripId).flatMap((each) => within(each.speech, [spell])),
      );
    return together(own);
  });
  const { voices, overlaps } = showTurns(speech);
  const measured = voices.map(({ seconds, share, turns, longestSeconds, replyGapSeconds = null }, index) => ({
    ...{ voice: names[index]!, seconds, share, turns: turns.length, longestSeconds, replyGapSeconds },
    overlapSeconds: secondsOf(within(speech[index]!, overlaps)),
  }));
  const seconds = measured.reduce((sum, voice) => sum + voice.seconds, 0);
  return { voices: measured, seconds, overlaps: overlaps.length, overlapSeconds: secondsOf(overlaps) };
}
