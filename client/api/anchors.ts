import type { Anchor, AnchorSettings } from "../../schemas/anchors.ts";
import type { AnchorId } from "../../schemas/ids.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";

/** Sounds that a school's staff rate to compare their ears. */
export const anchorsApi = {
  anchors: {
    list: (): Promise<Anchor[]> => take(server.anchors.$get()),
    bring: (settings: AnchorSettings, sound: Blob, options: UploadOptions): Promise<Anchor> => {
      const form = new FormData();
      form.append("settings", JSON.stringify(settings));
      form.append("file", sound, "sound");
      return upload("POST", "/anchors", form, options);
    },
    soundUrl: (id: AnchorId) => `/api/anchors/${id}/sound`,
    rate: (id: AnchorId, levels: number[]): Promise<Anchor> =>
      take(server.anchors[":id"].rating.$put({ ...of(id), json: { levels } })),
    remove: (id: AnchorId) => take(server.anchors[":id"].$delete(of(id))),
  },
};
