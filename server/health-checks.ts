import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import { ffmpegPath } from "../media/ffmpeg/ffmpeg-path.ts";
import type { BackupState } from "../schemas/backups.ts";
import type { Media } from "./open-media.ts";
import type { Checks } from "./routes/health.ts";
import type { Database } from "./store/open-database.ts";

/** Below this much free space (an hour of a full studio and its rendering) the station asks for help. */
const leastFreeBytes = 2_000_000_000;

type Parts = { database: Database; media: Media; dataDirectory: string; backupState: () => BackupState };

/** What `GET /healthz` asks: database, media workers, mixer, recorder, stream, ffmpeg, disk, the daily backup. */
export function healthChecks({ database, media, dataDirectory, backupState }: Parts): Checks {
  return {
    database: async () => {
      await sql`select 1`.execute(database);
      return { isWell: true };
    },
    mediaWorker: () => {
      const workers = media.sfu.workers();
      const running = workers.filter(({ pid }) => pid !== undefined).length;
      return Promise.resolve({ isWell: running === workers.length, detail: `${running}/${workers.length}` });
    },
    mixer: () => Promise.resolve(media.health("mixer")),
    recorder: () => Promise.resolve(media.health("recorder")),
    stream: () => Promise.resolve(media.health("stream")),
    ffmpeg: () => Promise.resolve({ isWell: ffmpegPath() !== "" }),
    diskSpace: async () => {
      const { bavail, bsize } = await statfs(dataDirectory);
      const freeBytes = bavail * bsize;
      return { isWell: freeBytes > leastFreeBytes, detail: freeBytes };
    },
    backup: () => {
      const { state } = backupState();
      return Promise.resolve({ isWell: state !== "failed" && state !== "old", detail: state });
    },
  };
}
