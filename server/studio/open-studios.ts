import { join } from "node:path";
import type { AirSettings } from "../../schemas/live.ts";
import type { ChannelId, EpisodeId, JobId, RecordingId, ShowId } from "../../schemas/ids.ts";
import type { MixerThread } from "../../media/mixer/mixer.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import type { RecorderThread } from "../../media/recorder/open-recorder-thread.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";
import type { StreamThread } from "../../media/stream/open-stream-thread.ts";
import { SfuError } from "../../media/sfu/sfu-error.ts";
import { Refusal } from "../errors.ts";
import { Airwaves } from "./airwaves.ts";
import type { BarStore } from "./bar-list.ts";
import type { Interlude } from "./channel-mount.ts";
import type { KeepPlay } from "./cart-log.ts";
import type { CompanyStore } from "./company-book.ts";
import { Mounts } from "./mounts.ts";
import { openTape } from "./open-tape.ts";
import { Studio } from "./studio.ts";
import type { StudioShow } from "./studio-parts.ts";
import type { StudioClock } from "./studio-clock.ts";
import type { VoiceLogStore } from "./voice-log.ts";
import type { AiredItem } from "./studio-rundown.ts";

/** What the studios stand on. */
export type StudiosParts = {
  sfu: Sfu;
  mixers: MixerThread;
  recorders: RecorderThread;
  streams: StreamThread;
  /** Recordings go to `recordings/<id>` below. */
  mediaDirectory: string;
  /** Throws `show.not_found`, or `show.ended` for one that cannot go on air any more. */
  loadShow(showId: ShowId): Promise<StudioShow>;
  /** A transmission began; its files are in `directory`. */
  onStarted(showId: ShowId, recordingId: RecordingId, directory: string): Promise<void>;
  /** An item of the rundown began while the recording ran. */
  onAired(recordingId: RecordingId, item: AiredItem): Promise<void>;
  /** A transmission ended; names the episode that it becomes and the work that renders it. Of `undefined` it becomes none: throws `recording.empty`. */
  onEnded(
    showId: ShowId,
    recordingId: RecordingId,
    finished: FinishedRecording | undefined,
  ): Promise<{ episodeId: EpisodeId; jobId: JobId }>;
  /** Who is barred from a show. */
  barsOf(showId: ShowId): BarStore;
  /** Who shares whose microphone in a show. */
  companiesOf(showId: ShowId): CompanyStore;
  /** A cart was heard in a transmission. */
  keepPlay: KeepPlay;
  /** Who is heard in a transmission, and who holds a part of its desk. */
  voiceLog: VoiceLogStore;
  /** The desk set how a show's channel goes out. */
  keepAirSettings(showId: ShowId, settings: AirSettings): Promise<void>;
  /** What radios hear of a channel between shows. */
  interludeOf(channelId: ChannelId): Promise<Interlude>;
  clock: StudioClock;
  /** How long a show may last before it ends by itself; four hours unless told. */
  longestMs?: number;
  onBug(error: unknown): void;
};

const usualLongestMs = 4 * 3_600_000;

/** The station's live rooms. Disposing them ends live shows cleanly: their recordings become episodes. */
export type Studios = AsyncDisposable & {
  /** A show's studio, opened for the first who comes. */
  studioOf(showId: ShowId): Promise<Studio>;
  /** Words, carts or rundown of a show have changed: its studio, if it is open, loads them, or closes when the show is gone. Without an id, every open studio does. */
  refresh(showId?: ShowId): Promise<void>;
  /** What can be heard now, for the listeners' doors. */
  readonly airwaves: Airwaves;
  /** Every channel's MP3. */
  readonly mounts: Mounts;
  /** How many are open, for the health check. */
  count(): number;
};

/** Opens the station's live rooms; each studio is opened when first asked for, and disposed when nobody is in it for some minutes. */
export function openStudios(parts: StudiosParts): Studios {
  const studios = new Map<ShowId, Promise<Studio>>();
  const airwaves = new Airwaves();
  const mounts = new Mounts({ ...parts, airwaves });
  let isClosing = false;

  async function close(showId: ShowId) {
    const opening = studios.get(showId);
    studios.delete(showId);
    const studio = await opening?.catch(() => undefined);
    await studio?.[Symbol.asyncDispose]();
  }
  const closeAll = () => Promise.all([...studios.keys()].map(close));

  function studioOf(showId: ShowId): Promise<Studio> {
    if (isClosing) return Promise.reject(new Refusal("server.closing"));
    const former = studios.get(showId);
    if (former !== undefined) return former;
    const opening = openStudio(parts, airwaves, showId, () => void close(showId).catch(parts.onBug));
    studios.set(showId, opening);
    opening.catch(() => studios.delete(showId));
    return opening;
  }

  async function refreshOne(showId: ShowId) {
    const studio = await studios.get(showId)?.catch(() => undefined);
    if (studio === undefined || studio.transmission.state === "ended") return;
    try {
      await studio.refresh(await parts.loadShow(showId));
    } catch (error) {
      // Whose show is gone has nothing left to meet for. The other studios go on, and learn what they have to.
      if (error instanceof Refusal) await close(showId);
      else parts.onBug(error);
    }
  }
  const refresh = async (showId?: ShowId) => {
    for (const id of showId === undefined ? studios.keys() : [showId]) await refreshOne(id);
  };

  // The mixer died too often to be started once more. Without one nothing is heard: what is on air ends with what was recorded, and pages are told to come in anew.
  void parts.mixers.died.then(async (error) => {
    parts.onBug(error);
    await closeAll().catch(parts.onBug);
  });

  return {
    studioOf,
    refresh,
    ...{ airwaves, mounts },
    count: () => studios.size,
    [Symbol.asyncDispose]: async () => {
      isClosing = true;
      await closeAll();
      await mounts[Symbol.asyncDispose]();
    },
  };
}

async function openStudio(
  parts: StudiosParts,
  airwaves: Airwaves,
  showId: ShowId,
  onDeserted: () => void,
): Promise<Studio> {
  const { sfu, recorders, streams, clock, onAired, onBug, mediaDirectory } = parts;
  const show = await parts.loadShow(showId);
  const mixer = await parts.mixers.openMixer().catch((cause: unknown) => {
    throw new SfuError("media.unavailable", { cause });
  });
  const studio = new Studio({
    ...{ show, sfu, mixer, streams, airwaves, clock, onAired, onDeserted, onBug },
    keepSettings: (settings) => parts.keepAirSettings(showId, settings),
    ...{ companies: parts.companiesOf(showId), longestMs: parts.longestMs ?? usualLongestMs },
    ...{ bars: parts.barsOf(showId), keepPlay: parts.keepPlay, ...parts.voiceLog },
    recordingsDirectory: join(mediaDirectory, "recordings"),
    openTape: (options) => openTape({ ...options, mixer, recorders, showId, onBug }),
    onStarted: (recordingId, directory) => parts.onStarted(showId, recordingId, directory),
    onEnded: (recordingId, finished) => parts.onEnded(showId, recordingId, finished),
  });
  try {
    await studio.open();
    return studio;
  } catch (error) {
    await studio[Symbol.asyncDispose]();
    throw error;
  }
}
