import { join } from "node:path";
import { heard, run, silent, type Peer, type PeerFeed, type Seen } from "./peer.ts";

/** Plays so many seconds of an address, from a place in it, into a WAV file of 48 kHz stereo. */
type Play = (url: string, path: string, from: number, seconds: number) => Promise<unknown>;

const playedSeconds = 2;

/** A player's steps: an episode from its beginning, from its middle, and what is on air. */
function player(name: string, packages: readonly string[], command: string, play: Play): Peer {
  const listen = async (url: string, directory: string, from: number): Promise<string> => {
    const path = join(directory, `${from}.wav`);
    await play(url, path, from, playedSeconds);
    return path;
  };
  const hears =
    (urlOf: (feed: PeerFeed) => string, fromOf: (feed: PeerFeed) => number) =>
    async (feed: PeerFeed, directory: string): Promise<Seen> =>
      heard(await listen(urlOf(feed), directory, fromOf(feed)), playedSeconds);
  const hearsNothing = (urlOf: (feed: PeerFeed) => string) => async (feed: PeerFeed, directory: string) =>
    silent(await listen(urlOf(feed), directory, 0));
  return {
    ...{ name, packages, command },
    steps: {
      play: hears(
        ({ newest }) => newest.url,
        () => 0,
      ),
      seek: hears(
        ({ newest }) => newest.url,
        ({ newest }) => Math.floor(newest.seconds / 2),
      ),
      live: hears(
        ({ liveUrl }) => liveUrl,
        () => 0,
      ),
    },
    refused: { sound: hearsNothing(({ newest }) => newest.url), live: hearsNothing(({ liveUrl }) => liveUrl) },
  };
}

/** Players, each asked for two seconds of sound. */
export const players: readonly Peer[] = [
  player("ffmpeg", ["ffmpeg"], "ffmpeg", (url, path, from, seconds) => {
    const seek = from > 0 ? ["-ss", String(from)] : [];
    const out = ["-t", String(seconds), "-ar", "48000", "-ac", "2", "-f", "wav", path];
    return run("ffmpeg", ["-nostdin", "-loglevel", "error", ...seek, "-i", url, ...out]);
  }),
  player("mpv", ["mpv"], "mpv", (url, path, from, seconds) => {
    const sound = ["--ao=pcm", `--ao-pcm-file=${path}`, "--audio-samplerate=48000", "--audio-channels=stereo"];
    const piece = [`--start=${from}`, `--length=${seconds}`, "--audio-format=s16"];
    return run("mpv", ["--no-config", "--no-video", "--really-quiet", ...sound, ...piece, url]);
  }),
  player("VLC", ["vlc-bin", "vlc-plugin-base"], "cvlc", (url, path, from, seconds) => {
    const sound = `#transcode{acodec=s16l,channels=2,samplerate=48000}:std{access=file,mux=wav,dst=${path}}`;
    const piece = [`--start-time=${from}`, `--run-time=${seconds}`];
    const args = ["-I", "dummy", "--no-video", "--no-interact", "--sout", sound, ...piece, url, "vlc://quit"];
    // VLC does not run as root.
    const isRoot = process.getuid?.() === 0;
    const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "cvlc"];
    return run(isRoot ? "setpriv" : "cvlc", isRoot ? [...nobody, ...args] : args, { env: { HOME: "/tmp" } });
  }),
];
