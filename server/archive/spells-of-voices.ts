import type { MeasuredTurns, MeasuredVoice } from "../../media/turns/measure-turns.ts";
import type { Spell } from "../../media/turns/spell.ts";
import { evenness } from "../../media/speech/turns.ts";
import { PupilId, type StripId } from "../../schemas/ids.ts";
import type { ShowVoice } from "../../schemas/turns.ts";
import type { KeptTurns, SpeakerSpell } from "../store/show-turns.ts";

const grownUp = "grown-up";

/**
 * When each microphone was whose, in seconds of the programme. Pupils who were said to speak at one microphone at once are one voice there. A recording from before that was
 * noted has a microphone for whoever was heard at it, all along.
 */
export function spellsOfVoices(
  { startedAt, durationSeconds }: { startedAt: string; durationSeconds: number },
  noted: readonly SpeakerSpell[],
  heard: readonly { stripId: StripId; pupilIds: readonly PupilId[] }[],
): Spell[] {
  const start = Date.parse(startedAt);
  const spans = noted.map(({ beganAt, endedAt, ...who }) => {
    const to = endedAt === null ? durationSeconds : Math.min(durationSeconds, (endedAt - start) / 1_000);
    return { ...who, from: Math.max(0, (beganAt - start) / 1_000), to };
  });
  if (noted.length === 0)
    return heard.map(({ stripId, pupilIds }) => ({ stripId, voice: voiceOf(pupilIds), from: 0, to: durationSeconds }));
  const atOnce = Map.groupBy(
    spans.filter(({ from, to }) => to > from),
    ({ stripId, from, to }) => `${stripId} ${from} ${to}`,
  );
  return [...atOnce.values()].map((together) => {
    const { stripId, from, to } = together[0]!;
    return { stripId, from, to, voice: voiceOf(together.flatMap(({ pupilId }) => pupilId ?? [])) };
  });
}

const voiceOf = (pupilIds: readonly PupilId[]) => (pupilIds.length === 0 ? grownUp : [...pupilIds].sort().join(" "));
const pupilsOf = (voice: string): (PupilId | null)[] =>
  voice === grownUp ? [null] : voice.split(" ").map((id) => PupilId.parse(id));

/** What each pupil had of a show; what several said at once at one microphone is theirs in equal parts. */
export function turnsOfPupils({ voices, ...whole }: MeasuredTurns): KeptTurns {
  const parts = voices.flatMap((voice) =>
    pupilsOf(voice.voice).map((pupilId, _, all) => ({ pupilId, voice, among: all.length })),
  );
  const told = [...Map.groupBy(parts, ({ pupilId }) => pupilId)].map(([pupilId, own]): ShowVoice => {
    const sum = (value: (voice: MeasuredVoice) => number) =>
      own.reduce((all, { voice, among }) => all + value(voice) / among, 0);
    const usual = own.toSorted((a, b) => b.voice.turns - a.voice.turns)[0]!.voice;
    return {
      pupilId,
      seconds: sum(({ seconds }) => seconds),
      share: Math.min(
        1,
        sum(({ share }) => share),
      ),
      turns: own.reduce((all, { voice }) => all + voice.turns, 0),
      longestSeconds: Math.max(...own.map(({ voice }) => voice.longestSeconds)),
      overlapSeconds: sum(({ overlapSeconds }) => overlapSeconds),
      replyGapSeconds: usual.replyGapSeconds,
    };
  });
  const ofPupils = told.filter(({ pupilId }) => pupilId !== null);
  const all = ofPupils.reduce((sum, { seconds }) => sum + seconds, 0);
  const equality = evenness(ofPupils.map(({ seconds }) => (all === 0 ? 0 : seconds / all))) ?? null;
  return { ...whole, equality, voices: told };
}
