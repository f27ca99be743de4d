import { LiveState } from "../../schemas/live.ts";

/** The routes by which shows and episodes are listened to: live, by feed, as files. */
export const restLive = {
  "GET /api/channels/:slug/live": { does: "What a channel sends now.", answers: LiveState },
  "GET /live/:slug/:playlist": {
    does: "Live listening by HLS, as `index.m3u8`: `audio` at 96 kbit/s, `voice` at 32; addresses inside are relative, and good for this player only. A rendition's playlist, as `audio.m3u8` or `voice.m3u8`: a minute of segments of 2 s.",
    answers: "m3u8; `live.off` when nothing is on air",
  },
  "GET /live/:slug/:word/:rendition/:piece": {
    does: "What a playlist names: `init-<n>.mp4` or `<n>.m4s`.",
    answers: "fMP4, AAC-LC",
  },
  "GET /live/:file": {
    does: "Live listening for radios, as `<slug>.mp3`, between shows the channel's interlude: 128 kbit/s, with titles every 16,000 bytes when asked by `Icy-MetaData: 1`; HEAD too.",
    answers: "an endless MP3; 404 and a text when nothing is on air",
  },
  "GET /feeds/:file": {
    does: "The podcast feed of a channel, as `<slug>.xml`, with its live items; its timetable as `<slug>.ics`. HEAD and conditional requests too.",
    answers: "RSS or iCalendar",
  },
  "GET /media/episodes/:episodeId/:version/:name": {
    does: "A file of an episode: `episode.mp3`, `episode.opus`, `peaks.json`, `chapters.json`. Its address is immutable; HEAD and ranges too.",
    answers: "the file; 206 for ranges, 416 outside of it",
  },
  "GET /media/covers/channels/:id/:file": { does: "A channel's cover, as `<version>.jpg`.", answers: "JPEG" },
  "GET /media/covers/episodes/:id/:file": { does: "An episode's cover, as `<version>.jpg`.", answers: "JPEG" },
} as const;
