import { rename, rm } from "node:fs/promises";
import type { AnchorSettings } from "../../schemas/anchors.ts";
import type { AccountId, AnchorId, SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Anchors } from "../store/anchors.ts";
import type { EncodeModel } from "./open-take-shelf.ts";
import { takePaths } from "./take-paths.ts";

/** The sounds that staff compare their ears by: they lie beside the takes and go with their rows. */
export type AnchorShelf = {
  /** MP3. */
  path(id: AnchorId): string;
  /** Checks an uploaded sound and keeps it. Refuses what is none (`take.not_sound`), and what {@link Anchors} refuses. */
  keep(schoolId: SchoolId, broughtBy: AccountId, uploaded: string, settings: AnchorSettings): Promise<AnchorId>;
  /** With its ratings. */
  remove(id: AnchorId): Promise<void>;
};

type Parts = { anchors: Pick<Anchors, "create" | "remove">; mediaDirectory: string; encodeModel: EncodeModel };

/** Opens the sounds over the folder of the takes. */
export function openAnchorShelf({ anchors, mediaDirectory, encodeModel }: Parts): AnchorShelf {
  const { sound } = takePaths(mediaDirectory);
  return {
    path: sound,
    keep: async (schoolId, broughtBy, uploaded, settings) => {
      const encoded = `${uploaded}.mp3`;
      try {
        if (!(await encodeModel(uploaded, encoded))) throw new Refusal("take.not_sound");
        // Its row before its sound: what belongs to no row is swept away.
        const id = await anchors.create(schoolId, broughtBy, settings);
        await rename(encoded, sound(id));
        return id;
      } finally {
        await rm(encoded, { force: true });
      }
    },
    remove: async (id) => {
      await anchors.remove(id);
      await rm(sound(id), { force: true });
    },
  };
}
