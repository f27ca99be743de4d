import { createEffect, createMemo, createSignal, on, type Accessor } from "solid-js";
import type { ShowId } from "../../schemas/ids.ts";
import { createStudioSound, type StudioSound } from "../audio/create-studio-sound.ts";
import { createSignalling } from "../signalling.ts";
import { createLeavingQuestion, type LeavingQuestion } from "../ui/create-leaving-question.ts";
import { createWakeLock } from "./create-wake-lock.ts";
import { createOwnVoice, type OwnVoice } from "./create-own-voice.ts";
import { createStudio, type Studio } from "./create-studio.ts";

/** A page in the studio of a show: its conversation, its own voice, what it hears. */
export type Participation = {
  readonly studio: Studio;
  readonly voice: OwnVoice;
  readonly sound: StudioSound;
  readonly volume: Accessor<number>;
  setVolume(volume: number): void;
  /** Set while the page asks whether it is really to be left on air. */
  readonly leaving: LeavingQuestion;
};

/** Takes part in a show until the caller's owner is gone; `needsCheck` holds the voice back until the sound check is passed. */
export function createParticipation(showId: ShowId, options: { needsCheck: boolean }): Participation {
  const signalling = createSignalling();
  const studio = createStudio(signalling, showId);
  const [volume, setVolume] = createSignal(0.8);
  const transmission = () => studio.snapshot()?.transmission.state;
  const isOver = createMemo(() => transmission() === "ended");
  const isOut = createMemo(() => ["removed", "barred", "replaced"].includes(studio.presence().state));
  const isLive = createMemo(() => transmission() === "onAir" || transmission() === "countdown");

  // Who is away cannot be heard, and need not keep the others down.
  const isCueing = createMemo(
    () =>
      studio.joined()?.isDesk === true &&
      studio.snapshot()?.strips.some(({ isCued, peerId }) => isCued && peerId !== null) === true,
  );

  const voice = createOwnVoice({ showId, isWanted: () => !isOver() && !isOut(), ...options });
  const sound = createStudioSound({
    wire: signalling,
    joined: () => (isOver() ? undefined : studio.joined()),
    track: voice.sent,
    isMuted: voice.isMuted,
    volume,
    isCueing,
  });
  createEffect(
    on([studio.joined, voice.reported, voice.suggestedTrimDb], ([joined, state, suggestedTrimDb]) => {
      if (joined === undefined || isOver()) return;
      const suggestion = suggestedTrimDb === undefined ? {} : { suggestedTrimDb };
      void signalling.ask("setMicrophone", { state, ...suggestion }).catch(() => undefined);
    }),
  );
  createEffect(
    on([studio.joined, voice.hasHeadphones], ([joined, hasHeadphones]) => {
      if (joined !== undefined && !isOver())
        void signalling.ask("setHeadphones", { hasHeadphones }).catch(() => undefined);
    }),
  );
  createWakeLock(isLive);
  const leaving = createLeavingQuestion(() => isLive() && !isOut());
  return { studio, voice, sound, volume, setVolume, leaving };
}
