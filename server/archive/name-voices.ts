import type { EpisodeId, PupilId } from "../../schemas/ids.ts";
import { auditName, type Actor } from "../access/actor.ts";
import { openAudit } from "../store/audit.ts";
import { openChannels } from "../store/channels.ts";
import { openNamedSounds } from "../store/named-sounds.ts";
import type { NamedSounds } from "../store/played-voices.ts";
import { openRecordings } from "../store/recordings.ts";
import type { ArchiveParts } from "./archive-parts.ts";

type Steps = {
  /** Takes out what goes further than somebody in it may. */
  withdraw(): Promise<readonly EpisodeId[]>;
  /** Makes an episode anew with those whom it is to have. */
  makeAnew(id: EpisodeId): Promise<void>;
};

/** Says anew who speaks in sounds of the desk; feeds and episodes that have them follow in this call, and files that do not fit are made anew. */
export function makeNameVoices({ database, clock = Date.now }: ArchiveParts, { withdraw, makeAnew }: Steps) {
  const sounds = openNamedSounds(database, clock);
  const [audit, channels, recordings] = [
    openAudit(database, clock),
    openChannels(database, clock),
    openRecordings(database),
  ];
  return async (named: NamedSounds, pupilIds: readonly PupilId[], actor: Actor): Promise<void> => {
    const { cartIds, recordingIds, unfitIds } = await sounds.name(named, pupilIds);
    const note = { actor: auditName(actor), act: "cart.voicesNamed" };
    for (const id of cartIds) await audit.write({ ...note, target: `cart:${id}` });
    for (const id of recordingIds) {
      // Of a sound that is gone from the desk, only where it was heard is left to tell.
      if (cartIds.length === 0) await audit.write({ ...note, target: `recording:${id}` });
      const home = await recordings.homeOf(id);
      if (home !== undefined) await channels.touch(home.channelId);
    }
    const withdrawn = await withdraw();
    for (const id of unfitIds) if (!withdrawn.includes(id)) await makeAnew(id);
  };
}
