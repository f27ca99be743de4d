import type { ChannelId, PodcastImportId } from "../../schemas/ids.ts";
import type { ImportStart, PodcastImport, VoicesAnswer } from "../../schemas/podcast-imports.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";

/** Podcasts that come from elsewhere. */
export const podcastImportsApi = {
  podcastImports: {
    list: (id: ChannelId): Promise<PodcastImport[]> => take(server.channels[":id"]["podcast-imports"].$get(of(id))),
    fromFeed: (id: ChannelId, url: string): Promise<PodcastImport> =>
      take(server.channels[":id"]["feed-imports"].$post({ ...of(id), json: { url } })),
    fromFiles: (id: ChannelId): Promise<PodcastImport> => take(server.channels[":id"]["file-imports"].$post(of(id))),
    /** The folders that the station's disk offers; for admins. */
    listFolders: (id: ChannelId): Promise<string[]> => take(server.channels[":id"]["import-folders"].$get(of(id))),
    fromFolder: (id: ChannelId, folder: string): Promise<PodcastImport> =>
      take(server.channels[":id"]["folder-imports"].$post({ ...of(id), json: { folder } })),
    sendFile: (id: PodcastImportId, form: FormData, options: UploadOptions) =>
      upload<PodcastImport>("POST", `/podcast-imports/${id}/files`, form, options),
    /** All that a channel holds, as a ZIP. */
    exportUrl: (id: ChannelId) => `/api/channels/${id}/export`,
    read: (id: PodcastImportId): Promise<PodcastImport> => take(server["podcast-imports"][":id"].$get(of(id))),
    start: (id: PodcastImportId, order: ImportStart): Promise<PodcastImport> =>
      take(server["podcast-imports"][":id"].start.$post({ ...of(id), json: order })),
    answer: (id: PodcastImportId, answer: VoicesAnswer): Promise<PodcastImport> =>
      take(server["podcast-imports"][":id"].voices.$put({ ...of(id), json: answer })),
    retry: (id: PodcastImportId): Promise<PodcastImport> =>
      take(server["podcast-imports"][":id"].retries.$post(of(id))),
    stop: (id: PodcastImportId) => take(server["podcast-imports"][":id"].$delete(of(id))),
  },
};
