import { appendFile, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { RecorderError } from "../../media/recorder/recorder-error.ts";
import { PupilId } from "../../schemas/ids.ts";
import type { PupilTraces } from "../../schemas/erasure.ts";
import { Refusal } from "../errors.ts";
import { openAudit } from "../store/audit.ts";
import { openChannels } from "../store/channels.ts";
import { openConsents } from "../store/consents.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openErasedPupils, type HeardIn } from "../store/erased-pupils.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import { openPeople } from "../store/people.ts";
import { openRecordings } from "../store/recordings.ts";
import { scrubDatabase } from "../store/scrub-database.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { eraseEpisode, passRefusal } from "./erase-episode.ts";
import type { KeptRecording } from "./kept-recording.ts";
import type { QueueRendering } from "./queue-rendering.ts";

// A recording that is lost has no tracks to be mixed without one of them.
function passLost(error: unknown): undefined {
  if (!(error instanceof RecorderError)) throw error;
}

const Tombstone = z.object({ pupilId: PupilId });

/** Erases pupils: whatever names them at once, their voice from every recording as the works in line get to it. */
export function openErasing(parts: ArchiveParts, queueRendering: QueueRendering) {
  const { database, jobs, mediaDirectory, readRecording, clock = Date.now } = parts;
  const [episodes, channels, recordings] = [
    openEpisodes(database, clock),
    openChannels(database, clock),
    openRecordings(database),
  ];
  const [erased, voices, people] = [
    openErasedPupils(database, clock),
    openHeardVoices(database, clock),
    openPeople(database, clock),
  ];
  const audit = openAudit(database, clock);
  // Beside the database: a restored backup of that one does not bring the erased back.
  const tombstones = join(dirname(mediaDirectory), "erased-pupils.jsonl");

  /** The recording with its voices, unless this pupil's is the only one. */
  async function findShared(pupilId: PupilId, { recordingId, directory }: HeardIn): Promise<KeptRecording | undefined> {
    const finished = await readRecording(resolve(mediaDirectory, directory)).catch(passLost);
    const own = new Set(await voices.stripsOf(recordingId, [pupilId]));
    return finished?.tracks?.some(({ stripId }) => !own.has(stripId)) === true ? finished : undefined;
  }

  /** Out of the feed, and its files gone, in the same moment. */
  async function takeBack({ episodeId }: HeardIn) {
    if (episodeId === null) return;
    const { channelId, publishedAt, renderJobId } = await episodes.require(episodeId);
    await episodes.setJob(episodeId, null);
    if (renderJobId !== null) await jobs.cancel(renderJobId).catch(passRefusal);
    const before = publishedAt === null ? await episodes.publishedBefore(episodeId) : Date.parse(publishedAt);
    await episodes.setWithdrawn(episodeId, before);
    await episodes.dropFiles(episodeId);
    await rm(join(mediaDirectory, "episodes", episodeId), { recursive: true, force: true });
    await channels.touch(channelId);
  }

  async function removeVoice(pupilId: PupilId, heardIn: HeardIn) {
    const { recordingId, directory, episodeId } = heardIn;
    const shared = await findShared(pupilId, heardIn);
    if (shared !== undefined && episodeId !== null) {
      const { classroomId } = await channels.require((await episodes.require(episodeId)).channelId);
      await queueRendering(episodeId, classroomId, shared);
    } else if (episodeId !== null) {
      await eraseEpisode({ episodes, recordings, jobs, mediaDirectory }, await episodes.require(episodeId));
    } else {
      await recordings.remove(recordingId);
      await rm(resolve(mediaDirectory, directory), { recursive: true, force: true });
    }
  }

  async function erase(pupilId: PupilId, actor: string) {
    const { firstName } = await people.requirePupil(pupilId);
    const heardIn = await erased.heardIn(pupilId);
    if (heardIn.some(({ isRunning }) => isRunning)) throw new Refusal("show.still_live");
    await appendFile(tombstones, `${JSON.stringify({ pupilId, erasedAt: new Date(clock()).toISOString() })}\n`);
    const answers = await erased.forget(pupilId, firstName);
    for (const each of heardIn) await takeBack(each);
    await scrubDatabase(database);
    for (const each of heardIn) await removeVoice(pupilId, each);
    const detail = `answers ${answers}, recordings ${heardIn.length}`;
    await audit.write({ actor, act: "pupil.erased", target: `pupil:${pupilId}`, detail });
  }

  return {
    /** Removes a pupil for good. Throws `pupil.not_found`, and `show.still_live` while they are on air. */
    erase,
    /** What erasing them would touch. */
    tracesOf: async (pupilId: PupilId): Promise<PupilTraces> => {
      await people.requirePupil(pupilId);
      const heardIn = await erased.heardIn(pupilId);
      const shared = await Promise.all(heardIn.map((each) => findShared(pupilId, each)));
      const withEpisode = heardIn.flatMap(({ episodeId }, index) =>
        episodeId === null ? [] : [shared[index] !== undefined],
      );
      return {
        answers: (await openConsents(database, clock).historyOf(pupilId)).length,
        recordings: heardIn.length,
        remade: withEpisode.filter(Boolean).length,
        removed: withEpisode.filter((isShared) => !isShared).length,
      };
    },
    /** Once at start: ends what was cut short, and erases again whoever a restored backup brought back. */
    resume: async () => {
      for (const pupilId of await erased.unfinished())
        for (const each of await erased.heardIn(pupilId)) {
          const episode = each.episodeId === null ? undefined : await episodes.require(each.episodeId);
          const job = episode?.renderJobId == null ? undefined : await jobs.find(episode.renderJobId);
          if (job?.state !== "waiting" && job?.state !== "running") await removeVoice(pupilId, each);
        }
      const lines = (await readFile(tombstones, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
      for (const line of lines) {
        const { pupilId } = Tombstone.parse(JSON.parse(line));
        if ((await people.findPupil(pupilId)) !== undefined) await erase(pupilId, "system");
      }
    },
  };
}
