import { dirname, join } from "node:path";
import { readRecording } from "../media/recorder/read-recording.ts";
import { recoverRecording } from "../media/recorder/recover-recording.ts";
import { encodeModel } from "../media/takes/encode-model.ts";
import { decodeCart } from "../media/render/decode-cart.ts";
import { openCovers, type Covers } from "./archive/covers.ts";
import { encodePreview } from "./archive/encode-preview.ts";
import { makeFetchPublic } from "./archive/import/fetch-public.ts";
import { openHubNews } from "./archive/hub/open-hub-news.ts";
import { openImports, type Imports } from "./archive/import/open-imports.ts";
import { openArchive, type Archive } from "./archive/open-archive.ts";
import { openCartShelf, type CartShelf } from "./archive/open-cart-shelf.ts";
import { openMeasuring } from "./archive/open-measuring.ts";
import { openReplyBox, type ReplyBox } from "./archive/open-reply-box.ts";
import { openRetention, type RetentionWorks } from "./archive/open-retention.ts";
import { renderJob } from "./archive/render-job.ts";
import { openSchoolRoom, type SchoolRooms } from "./archive/school-room.ts";
import { openJobs, type Jobs } from "./jobs/open-jobs.ts";
import { fitPicture } from "./archive/fit-picture.ts";
import { openAnchorShelf, type AnchorShelf } from "./oral/anchor-shelf.ts";
import { openExercisePictures, type ExercisePictures } from "./oral/exercise-pictures.ts";
import { openOral, type Oral } from "./oral/open-oral.ts";
import { openSurveyBox, type SurveyBox } from "./oral/survey-box.ts";
import { openVoiceNotes, type VoiceNotes } from "./oral/voice-notes.ts";
import type { Config } from "./config.ts";
import type { Log } from "./open-log.ts";
import type { Database } from "./store/open-database.ts";
import type { Carts } from "./store/carts.ts";
import { openAnchors } from "./store/anchors.ts";
import { openCampaigns } from "./store/campaigns.ts";
import { openExercises } from "./store/exercises.ts";
import { openReviews } from "./store/reviews.ts";
import { openReplies } from "./store/replies.ts";

/** What works on sound when it is not live: the queue, the archive, covers and carts. */
export type Newsroom = AsyncDisposable & {
  jobs: Jobs;
  /** Those that measure who spoke how long. */
  measuringJobs: Jobs;
  archive: Archive;
  retention: RetentionWorks;
  schoolRooms: SchoolRooms;
  covers: Covers;
  shelf: CartShelf;
  replyBox: ReplyBox;
  imports: Imports;
  takeShelf: Oral["takeShelf"];
  exercisePictures: ExercisePictures;
  takeUploads: Oral["takeUploads"];
  takeJobs: Jobs;
  voiceNotes: VoiceNotes;
  surveyBox: SurveyBox;
  anchorShelf: AnchorShelf;
};

type Parts = {
  database: Database;
  carts: Carts;
  mediaDirectory: string;
  imports: Config["imports"];
  hub?: Config["hub"];
  log: Log;
  clock: () => number;
};

/** Opens it and takes up what a former process left: unfinished works, recordings cut short, half-made carts. */
export async function openNewsroom(parts: Parts): Promise<Newsroom> {
  const { database, carts, mediaDirectory, log, clock } = parts;
  await using opening = new AsyncDisposableStack();
  const covers = openCovers(mediaDirectory);
  const shelf = await openCartShelf({ carts, directory: join(mediaDirectory, "carts"), decodeCart, encodePreview });
  const replyBox = await openReplyBox({
    ...{ replies: openReplies(database, clock), shelf, directory: join(mediaDirectory, "replies") },
    ...{ decodeCart, encodePreview, clock },
  });
  const onFailure = (jobId: string, error: unknown) => {
    log.warn({ jobId, err: error }, "a job failed");
  };
  const onBug = (error: unknown) => {
    log.error({ err: error }, "a line of jobs could not go on, and looks again");
  };
  const handlers = { "render-episode": renderJob({ database, covers, mediaDirectory, readRecording }) };
  const jobs = opening.use(await openJobs({ database, handlers, onFailure, onBug }));
  const onLost = (recordingId: string, error: unknown) => {
    log.error({ recordingId, err: error }, "a recording could not be recovered");
  };
  const onUnfinished = (target: string, error: unknown) => {
    log.error({ target, err: error }, "what was to be removed or withdrawn is not, and is tried again");
  };
  const reading = { recoverRecording, readRecording, onLost, onUnfinished };
  const oral = opening.use(await openOral({ database, mediaDirectory, onFailure, onBug, clock }));
  const onForgotten = async () => {
    await oral.takeShelf.sweep();
    await shelf.sweep();
  };
  const archiveParts = { database, jobs, covers, mediaDirectory, ...reading, clock, onForgotten };
  const archive = opening.use(openArchive(archiveParts));
  const retention = openRetention(archiveParts);
  const schoolRooms = openSchoolRoom({ database, mediaDirectory });
  const recovered = await archive.recoverAll();
  if (recovered.kept + recovered.lost > 0) log.info(recovered, "recordings that were cut short");
  const measuring = opening.use(
    await openMeasuring({ database, jobs, mediaDirectory, readRecording, onFailure, onBug, clock }),
  );
  const imports = opening.use(
    await openImports({
      ...{ database, covers, mediaDirectory, archive, onFailure, onBug, clock },
      fetchPublic: makeFetchPublic(parts.imports),
      offeredDirectory: parts.imports.directory,
    }),
  );
  const campaigns = openCampaigns(database, clock);
  const surveyBox = await openSurveyBox({ campaigns, dataDirectory: dirname(mediaDirectory) });
  opening.use(await openHubNews({ database, hub: parts.hub, onFailure, onBug, clock }));
  const open = opening.move();
  return {
    jobs,
    measuringJobs: measuring.jobs,
    archive,
    retention,
    schoolRooms,
    covers,
    shelf,
    replyBox,
    imports,
    takeShelf: oral.takeShelf,
    takeUploads: oral.takeUploads,
    takeJobs: oral.takeJobs,
    exercisePictures: openExercisePictures({ exercises: openExercises(database, clock), mediaDirectory, fitPicture }),
    voiceNotes: openVoiceNotes({ reviews: openReviews(database, clock), mediaDirectory }),
    surveyBox,
    anchorShelf: openAnchorShelf({ anchors: openAnchors(database), mediaDirectory, encodeModel }),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
