import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { FfmpegError } from "../../media/ffmpeg/ffmpeg-error.ts";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { soundDemuxer } from "../../media/render/sound-demuxer.ts";
import type { TakeCommentId, TakeId } from "../../schemas/ids.ts";
import { longestNoteSeconds } from "../../schemas/reviews.ts";
import { Refusal } from "../errors.ts";
import type { Reviews } from "../store/reviews.ts";
import { takesFolder } from "./take-paths.ts";

/** What teachers say of takes with their own voice: the sounds lie beside the takes and go with them. */
export type VoiceNotes = {
  /** MP3. */
  path(takeId: TakeId, id: TakeCommentId): string;
  /** Takes a sound that was recorded for a take, or for a moment of it. Refuses what is no sound (`take.not_sound`). */
  keep(takeId: TakeId, uploaded: string, atSeconds: number | null): Promise<void>;
  /** A comment, with its sound if it has one. */
  remove(takeId: TakeId, id: TakeCommentId): Promise<void>;
};

type Parts = { reviews: Pick<Reviews, "comment" | "removeComment">; mediaDirectory: string };

/** Opens the voice notes over the folder of the takes. */
export function openVoiceNotes({ reviews, mediaDirectory }: Parts): VoiceNotes {
  const path = (takeId: TakeId, id: TakeCommentId) => join(mediaDirectory, takesFolder, `${takeId}.${id}.mp3`);
  return {
    path,
    keep: async (takeId, uploaded, atSeconds) => {
      const encoded = `${uploaded}.mp3`;
      try {
        await encode(uploaded, encoded);
        const id = await reviews.comment(takeId, { atSeconds, text: "" });
        await rename(encoded, path(takeId, id));
      } finally {
        await rm(encoded, { force: true });
      }
    },
    remove: async (takeId, id) => {
      await reviews.removeComment(id);
      await rm(path(takeId, id), { force: true });
    },
  };
}

async function encode(input: string, output: string) {
  const demuxer = await soundDemuxer(input);
  if (demuxer === undefined) throw new Refusal("take.not_sound");
  const source = ["-f", demuxer, "-t", String(longestNoteSeconds), "-i", input, "-map", "0:a:0", "-map_metadata", "-1"];
  const args = [...source, "-ac", "1", "-ar", "48000", "-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3", "-y", output];
  await runFfmpeg(args, { timeoutMs: 60_000 }).catch((cause: unknown) => {
    throw cause instanceof FfmpegError ? new Refusal("take.not_sound", { cause }) : cause;
  });
}
