import { makeInterludeOf } from "./interlude-of.ts";
import { makeLoadShow } from "./load-show.ts";
import { openStudios, type Studios } from "./studio/open-studios.ts";
import { systemClock } from "./jobs/job-clock.ts";
import type { Opened } from "./open-doors.ts";
import { onBug } from "./open-log.ts";

type AirParts = Pick<Opened, "config" | "store" | "media" | "newsroom" | "log" | "clock"> & {
  mediaDirectory: string;
  onShowEnded: () => void;
};

/** Opens the studios, and ties them to what the station keeps: whatever happens on air is written down. Disposing them ends live shows as episodes. */
export function openAir({
  config,
  store,
  media,
  newsroom,
  mediaDirectory,
  log,
  clock,
  onShowEnded,
}: AirParts): Studios {
  const { archive, shelf } = newsroom;
  return openStudios({
    ...media,
    ...{ mediaDirectory, longestMs: config.longestShowMs },
    loadShow: makeLoadShow(store, shelf),
    barsOf: (showId) => store.bars.of(showId),
    companiesOf: (showId) => store.companies.of(showId),
    keepAirSettings: async (showId, settings) => {
      await store.airSettings.keep((await store.shows.require(showId)).channelId, settings);
    },
    onStarted: archive.beginRecording,
    onAired: archive.noteAired,
    onEnded: (...ended) => archive.keepRecording(...ended).finally(onShowEnded),
    keepPlay: store.cartPlays.note,
    voiceLog: {
      keepVoice: store.voices.note,
      keepSpeakers: store.showTurns.noteSpeakers,
      keepAdult: store.namedAdults.noteHeard,
      keepTechnician: (recordingId, pupilId) => store.showTurns.noteRole(recordingId, pupilId, "technician"),
    },
    interludeOf: makeInterludeOf(store, shelf, clock),
    clock: systemClock,
    onBug: onBug(log),
  });
}
