import type { LentPart } from "../../../schemas/floor.ts";
import type { RequestName } from "../../../schemas/signalling.ts";
import { itsClass, itsListeners, itsTeachers, type Rule } from "./rules.ts";

/** Who may ask this of a show's studio; a pupil to whom the teacher lent the part named may too. */
export type SocketDoor = { may: Rule; lent?: LentPart };

const classes: SocketDoor = { may: itsClass };
const desk: SocketDoor = { may: itsTeachers };
/** Inside the school one listens over the socket, as far as the channel goes. */
const listeners: SocketDoor = { may: itsListeners };

/** Who may ask what over the socket. */
export const socketDoors: Readonly<Record<RequestName, SocketDoor>> = {
  join: classes,
  leave: classes,
  openTransport: classes,
  connectTransport: classes,
  restartIce: classes,
  produce: classes,
  closeProducer: classes,
  consume: classes,
  resumeConsumer: classes,
  setMicrophone: classes,
  setHand: classes,
  setHeadphones: classes,
  tellSpeakers: classes,
  setSpeakers: desk,
  bringIn: desk,
  sendBackstage: desk,
  lowerHand: desk,
  lendDesk: desk,
  talkBack: desk,
  muteAll: desk,
  shareTable: desk,
  setStrip: { may: itsTeachers, lent: "faders" },
  setAutomix: desk,
  setDucking: desk,
  cueStrip: desk,
  setCartsGain: { may: itsTeachers, lent: "carts" },
  playCart: { may: itsTeachers, lent: "carts" },
  stopCart: { may: itsTeachers, lent: "carts" },
  nextItem: desk,
  goToItem: desk,
  goOnAir: desk,
  cancelCountdown: desk,
  endShow: desk,
  stopShow: desk,
  cut: desk,
  setAir: desk,
  removeParticipant: desk,
  barParticipant: desk,
  liftBar: desk,
  listen: listeners,
  startListening: listeners,
  connectListening: listeners,
  stopListening: { may: () => true },
};
