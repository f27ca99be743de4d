import { nobody } from "./nobody.ts";

const turns = "how long they speak in a show";
const roles = "what they did in a show";
const adults = "that they spoke into an open microphone";
const spells = "from when to when they were said to speak";

/** Whom the columns about speaking in shows are about, for {@link personalData}. */
export const turnsData: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  speakerSpell: { recordingId: spells, stripId: spells, pupilId: spells, beganAt: spells, endedAt: spells },
  heardAdult: { recordingId: adults, accountId: adults },
  heldRole: { recordingId: roles, pupilId: roles, role: roles },
  measuredShow: {
    recordingId: nobody,
    measuredAt: nobody,
    seconds: nobody,
    overlaps: nobody,
    overlapSeconds: nobody,
    equality: nobody,
  },
  showVoice: {
    recordingId: turns,
    pupilId: turns,
    seconds: turns,
    share: turns,
    turns,
    longestSeconds: turns,
    overlapSeconds: turns,
    replyGapSeconds: turns,
  },
};
