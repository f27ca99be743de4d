import type { PeerId, PupilId, StripId } from "../../schemas/ids.ts";
import { plainProcessing } from "../../schemas/sound.ts";
import type { Strip } from "../../schemas/studio.ts";

/** Kenza, a pupil on the floor whose microphone is open and well connected, but for what a test wants otherwise. */
export const kenza: Strip = {
  id: "0190a000-0000-7000-8000-000000000001" as StripId,
  number: 1,
  name: "Kenza",
  voice: { kind: "pupil", pupilId: "0190a000-0000-7000-8000-000000000002" as PupilId, bird: "martin", colour: 1 },
  company: [
    {
      pupilId: "0190a000-0000-7000-8000-000000000002" as PupilId,
      name: "Kenza",
      bird: "martin",
      colour: 1,
      isSpeaking: true,
    },
  ],
  peerId: "0190a000-0000-7000-8000-000000000003" as PeerId,
  microphone: "open",
  gainDb: 0,
  isOpen: true,
  processing: plainProcessing,
  pan: 0,
  weightDb: 0,
  isCued: false,
  link: { quality: "good", lossShare: 0, jitterMs: 2, roundTripMs: 20, protocol: "udp" },
  place: "floor",
  handRaisedAt: null,
  lent: [],
  table: null,
  hasHeadphones: false,
  talkingTo: null,
  lock: null,
  awaySince: null,
};
