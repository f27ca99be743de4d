import { open, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { eraseTracks } from "../../media/remix/erase-voices.ts";
import { forgetTracks } from "../../media/recorder/forget-tracks.ts";
import { readRecording as readWholeRecording } from "../../media/recorder/read-recording.ts";
import { RecorderError } from "../../media/recorder/recorder-error.ts";
import { PupilId, type JobId } from "../../schemas/ids.ts";
import type { PupilTraces } from "../../schemas/erasure.ts";
import { Refusal } from "../errors.ts";
import { openAudit } from "../store/audit.ts";
import { openChannels } from "../store/channels.ts";
import { openConsents } from "../store/consents.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openErasedPupils, type HeardIn } from "../store/erased-pupils.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import { findNamedPlaces } from "../store/named-places.ts";
import { openPeople } from "../store/people.ts";
import { openReplies } from "../store/replies.ts";
import { openRecordings } from "../store/recordings.ts";
import { scrubDatabase } from "../store/scrub-database.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { eraseEpisode, passRefusal } from "./erase-episode.ts";
import { isSeparable, type KeptRecording } from "./kept-recording.ts";
import type { QueueRendering } from "./queue-rendering.ts";
import { openRetagging } from "./retag-named.ts";

// A recording that is lost has no tracks to be mixed without one of them.
function passLost(error: unknown): undefined {
  if (!(error instanceof RecorderError)) throw error;
}

const Tombstone = z.object({ pupilId: PupilId, isEverywhere: z.boolean().default(false) });
type Tombstone = z.infer<typeof Tombstone>;

/** Erases pupils: whatever names them at once, their voice from every recording as the works in line get to it. */
export function openErasing(parts: ArchiveParts, queueRendering: QueueRendering) {
  const { database, jobs, mediaDirectory, readRecording, clock = Date.now, onUnfinished } = parts;
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
  const replies = openReplies(database, clock);
  // Beside the database: a restored backup of that one does not bring the erased back.
  const tombstones = join(dirname(mediaDirectory), "erased-pupils.jsonl");

  /** The recording with its voices, unless this pupil's, and those of others who are erased, are the only ones or cannot be told from the others. */
  async function findShared(pupilId: PupilId, { recordingId, directory }: HeardIn): Promise<KeptRecording | undefined> {
    const finished = await readRecording(resolve(mediaDirectory, directory)).catch(passLost);
    const gone = new Set([
      ...(await voices.recordedStripsOf(recordingId, pupilId)),
      ...(await erased.stripsIn(recordingId)),
    ]);
    return finished !== undefined && isSeparable(finished, gone) ? finished : undefined;
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

  /** Their microphone stayed closed: whoever was heard is heard as before. */
  async function removeTracks(pupilId: PupilId, { recordingId, directory: below }: HeardIn) {
    const directory = resolve(mediaDirectory, below);
    const strips = await voices.recordedStripsOf(recordingId, pupilId);
    if (existsSync(directory)) {
      const finished = await readWholeRecording(directory).catch(passLost);
      await (finished === undefined ? forgetTracks(directory) : eraseTracks(finished, strips));
    }
    await erased.forgetStrips(recordingId, strips);
    const detail = `tracks ${strips.length}`;
    await audit.write({ actor: "system", act: "voice.erased", target: `recording:${recordingId}`, detail });
  }

  async function removeVoice(pupilId: PupilId, heardIn: HeardIn) {
    if (!heardIn.isAudible) return removeTracks(pupilId, heardIn);
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

  // Every episode is out of the feed before the first one is made anew; what fails is ended later.
  async function takeOut(pupilId: PupilId, heardIn: readonly HeardIn[]) {
    const pass = (error: unknown) => onUnfinished?.(`pupil:${pupilId}`, error);
    for (const each of heardIn.filter(({ isAudible }) => isAudible)) await takeBack(each).catch(pass);
    for (const each of heardIn) await removeVoice(pupilId, each).catch(pass);
  }

  /** Its files are gone, and the work that makes it anew without this voice is in line. */
  async function isUnderWay(pupilId: PupilId, each: HeardIn): Promise<boolean> {
    if (each.episodeId === null || !each.isAudible) return false;
    const { renderJobId, enclosures } = await episodes.require(each.episodeId);
    const job = renderJobId === null ? undefined : await jobs.find(renderJobId);
    if (enclosures.length > 0 || (job?.state !== "waiting" && job?.state !== "running")) return false;
    return (await findShared(pupilId, each)) !== undefined;
  }

  async function endUnfinished(pupilId: PupilId) {
    const left: HeardIn[] = [];
    for (const each of await erased.heardIn(pupilId)) if (!(await isUnderWay(pupilId, each))) left.push(each);
    await takeOut(pupilId, left);
  }

  async function writeTombstone(tombstone: Tombstone) {
    await using file = await open(tombstones, "a");
    // On a line of its own, even after one that a power cut tore.
    await file.appendFile(`\n${JSON.stringify({ ...tombstone, erasedAt: new Date(clock()).toISOString() })}\n`);
    await file.sync();
  }

  function readTombstone(line: string): Tombstone[] {
    try {
      return [Tombstone.parse(JSON.parse(line))];
    } catch (error) {
      onUnfinished?.("erased-pupils.jsonl", error);
      return [];
    }
  }

  /** Of what families left and is gone with the child; what a crash leaves here is unknown at the next start. */
  async function removeReplySounds(left: Awaited<ReturnType<typeof replies.ofPupil>>) {
    const known = new Set<string>(await replies.ids());
    for (const { id, cartId } of left.filter((reply) => !known.has(reply.id))) {
      await rm(join(mediaDirectory, "replies", `${id}.mp3`), { force: true });
      if (cartId === null) continue;
      for (const ending of ["s16", "mp3"])
        await rm(join(mediaDirectory, "carts", `${cartId}.${ending}`), { force: true });
    }
  }

  /** Leaves nothing in the database's files of what was deleted; what fails is done when the station starts, and every day. */
  async function scrub(): Promise<boolean> {
    try {
      await scrubDatabase(database);
      await erased.setScrubbed();
      return true;
    } catch (error) {
      onUnfinished?.("antenne.db", error);
      return false;
    }
  }

  async function erase({ pupilId, isEverywhere }: Tombstone, actor: string, onForgotten: () => void) {
    const pupil = await people.requirePupil(pupilId);
    const heardIn = await erased.heardIn(pupilId);
    if (heardIn.some(({ isRunning }) => isRunning)) throw new Refusal("show.still_live");
    const named = isEverywhere ? await findNamedPlaces(database, pupil) : [];
    const retagging = await openRetagging(
      parts,
      named.flatMap(({ episodeId }) => episodeId ?? []),
    );
    await writeTombstone({ pupilId, isEverywhere });
    const left = await replies.ofPupil(pupilId);
    const answers = await erased.forget(pupil, isEverywhere);
    await removeReplySounds(left);
    onForgotten();
    await parts.onForgotten?.();
    const detail = `answers ${answers}, recordings ${heardIn.length}${isEverywhere ? ", names everywhere" : ""}`;
    await audit.write({ actor, act: "pupil.erased", target: `pupil:${pupilId}`, detail });
    await takeOut(pupilId, heardIn);
    await retagging.rewrite().catch((error: unknown) => onUnfinished?.(`pupil:${pupilId}`, error));
    return { isScrubbed: await scrub() };
  }

  return {
    /**
     * Removes a pupil for good; `onForgotten` hears of it when nothing names them any more. Tells whether the database's file was written anew, or will be later.
     * Throws `pupil.not_found`, and `show.still_live` while they are on air.
     */
    erase,
    /** What erasing them would touch. */
    tracesOf: async (pupilId: PupilId): Promise<PupilTraces> => {
      const pupil = await people.requirePupil(pupilId);
      const heardIn = await erased.heardIn(pupilId);
      const audible = heardIn.filter(({ isAudible }) => isAudible);
      const shared = await Promise.all(audible.map((each) => findShared(pupilId, each)));
      const withEpisode = audible.flatMap(({ episodeId }, index) =>
        episodeId === null ? [] : [shared[index] !== undefined],
      );
      return {
        answers: (await openConsents(database, clock).historyOf(pupilId)).length,
        recordings: heardIn.length,
        remade: withEpisode.filter(Boolean).length,
        removed: withEpisode.filter((isShared) => !isShared).length,
        places: (await findNamedPlaces(database, pupil)).map(({ place }) => place),
      };
    },
    /** Ends what was cut short, and erases again whoever a restored backup brought back; what fails keeps nothing else from it. */
    resume: async () => {
      const pass = (pupilId: PupilId) => (error: unknown) => onUnfinished?.(`pupil:${pupilId}`, error);
      for (const pupilId of await erased.unfinished()) await endUnfinished(pupilId).catch(pass(pupilId));
      const lines = (await readFile(tombstones, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
      for (const tombstone of lines.flatMap(readTombstone))
        if ((await people.findPupil(tombstone.pupilId)) !== undefined)
          await erase(tombstone, "system", () => undefined).catch(pass(tombstone.pupilId));
      // Files whose row went before a crash.
      await parts.onForgotten?.();
      if (await erased.isUnscrubbed()) await scrub();
    },
    /** Whether a work takes the voice of somebody who was erased out of a recording. */
    isErasing: async (jobId: JobId): Promise<boolean> => {
      const episode = await episodes.findByJob(jobId);
      const { recordingId } = episode === undefined ? { recordingId: null } : await episodes.filesOf(episode.id);
      return recordingId !== null && (await erased.stripsIn(recordingId)).length > 0;
    },
  };
}
