import { join, resolve } from "node:path";
import { makeZip } from "client-zip";
import { readRecording } from "../../media/recorder/read-recording.ts";
import type { PupilId } from "../../schemas/ids.ts";
import { PupilExport, type ExportedMessage, type ExportedShow } from "../../schemas/pupil-export.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import type { Database } from "../store/open-database.ts";
import { openPupilRecords } from "../store/pupil-records.ts";
import { openReplies } from "../store/replies.ts";
import { exportPage } from "./export-page.ts";
import { gatherTake, type Carried, type GatheredTake } from "./export-takes.ts";
import { withFrenchSpaces } from "./export-words.ts";
import { openZipFiles, type ZipFile } from "./zip-files.ts";

type Parts = { database: Database; mediaDirectory: string; clock?: () => number };
type Gathered = { show: ExportedShow; files: Carried[] };
type Left = { messages: ExportedMessage[]; files: Carried[] };

/**
 * Everything that the station keeps of one pupil as a ZIP: a page to read (`index.html`, in French), the same as JSON, their tracks and
 * takes as they were recorded, and what teachers said of these with their own voice.
 * The tracks are read as the archive is. Throws `pupil.not_found`.
 */
export async function exportPupil(parts: Parts, pupilId: PupilId): Promise<ReadableStream<Uint8Array>> {
  const { database, clock = Date.now } = parts;
  const records = openPupilRecords(database, clock);
  const person = await records.read(pupilId);
  const gathered: Gathered[] = [];
  for (const heard of await records.shows(pupilId))
    gathered.push(await gather(parts, pupilId, heard, gathered.length + 1));
  const spoken: GatheredTake[] = [];
  for (const each of await records.takes(pupilId))
    spoken.push(gatherTake(parts.mediaDirectory, each, spoken.length + 1));
  const { messages, files } = await messagesOf(parts, pupilId);
  const told = PupilExport.parse({
    messages,
    ...{ ...person, shows: gathered.map(({ show }) => show), takes: spoken.map(({ take }) => take) },
  });
  const lastModified = new Date(clock());
  const written = [
    { name: "index.html", lastModified, input: withFrenchSpaces(String(await exportPage(told))) },
    { name: "donnees.json", lastModified, input: JSON.stringify(told, undefined, 2) },
  ];
  return makeZip(all(written, [...gathered, ...spoken, { files }]));
}

function* all(written: readonly ZipFile[], gathered: readonly Pick<Gathered, "files">[]): Generator<ZipFile> {
  yield* written;
  using tracks = openZipFiles();
  for (const { files } of gathered) for (const { path, ...file } of files) yield { ...file, input: tracks.read(path) };
}

/** What the family left, with the voices that are still there. */
async function messagesOf({ database, mediaDirectory, clock }: Parts, pupilId: PupilId): Promise<Left> {
  const left: Left = { messages: [], files: [] };
  for (const { id, showTitle, sentAt, kind, state, text } of await openReplies(database, clock).ofPupil(pupilId)) {
    const isHeard = kind === "voice" && state !== "declined";
    const name = `messages/${sentAt.slice(0, 10)}-${left.messages.length + 1}.mp3`;
    left.messages.push({ show: showTitle, sentAt, text, file: isHeard ? name : null });
    const path = join(mediaDirectory, "replies", `${id}.mp3`);
    if (isHeard) left.files.push({ name, lastModified: new Date(sentAt), path });
  }
  return left;
}

type HeardShow = Awaited<ReturnType<ReturnType<typeof openPupilRecords>["shows"]>>[number];

async function gather(
  { database, mediaDirectory }: Parts,
  pupilId: PupilId,
  heard: HeardShow,
  number: number,
): Promise<Gathered> {
  const { recordingId, directory, startedAt, title, episode, publishedAt, transcript, turns, roles } = heard;
  const recordedAt = new Date(startedAt);
  const strips = new Set(await openHeardVoices(database).stripsOfAlone(recordingId, pupilId));
  // A recording that runs, or was lost, has no tracks to hand out.
  const finished = await readRecording(resolve(mediaDirectory, directory)).catch(() => undefined);
  const tracks = (finished?.tracks ?? []).filter(({ stripId }) => strips.has(stripId));
  const nameOf = (index: number) => `pistes/${recordedAt.toISOString().slice(0, 10)}-${number}-${index + 1}.opus`;
  const published = publishedAt === null ? null : new Date(publishedAt).toISOString();
  return {
    show: {
      title,
      recordedAt: recordedAt.toISOString(),
      episode: episode === null ? null : { title: episode, publishedAt: published, transcript },
      tracks: tracks.map(({ durationSeconds }, index) => ({ file: nameOf(index), durationSeconds })),
      ...{ turns, roles },
      spells: heard.spells.map(({ beganAt, endedAt }) => ({
        from: new Date(beganAt).toISOString(),
        to: endedAt === null ? null : new Date(endedAt).toISOString(),
      })),
    },
    files: tracks.map(({ path }, index) => ({ name: nameOf(index), lastModified: recordedAt, path })),
  };
}
