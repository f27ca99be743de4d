import type { OutputName } from "./encode-args.ts";
import type { Piece } from "./fragment-reader.ts";

/** One of the ways in which HLS is offered. */
export type RenditionName = Exclude<OutputName, "mp3">;

type Segment = { run: number; bytes: Uint8Array; fromSeconds: number; seconds: number };

/** A minute is in the playlist, so that a listener can go back by half of it; a little more is kept for those who load slowly. */
const listedSegments = 30;
const keptSegments = 36;
const targetSeconds = 3;

/** A rendition's segments and playlist (RFC 8216, fMP4), in bounded memory: a minute of it. */
export class HlsRendition {
  readonly #beganAtMs: () => number;
  readonly #segments: Segment[] = [];
  readonly #inits = new Map<number, Uint8Array>();
  #ready = Promise.withResolvers<void>();
  /** Number of the first segment that is kept, and how many changes of encoder came before it. */
  #first = 0;
  #discontinuities = 0;
  #isEnded = false;
  /** The playlist as it stands until the next change: every listener asks for the same one. */
  #written: { directory: string; playlist: string } | undefined;

  /** `beganAtMs` tells the epoch millisecond from which segments count. */
  constructor(beganAtMs: () => number) {
    this.#beganAtMs = beganAtMs;
  }

  /** Whether there is something to play, or nothing will come. */
  get isReady(): boolean {
    return this.#segments.length > 0 || this.#isEnded;
  }

  /** Settles when there is something to play, or nothing will come. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Takes what an encoder gave. */
  add(run: number, piece: Piece): void {
    if (piece.kind === "init") this.#inits.set(run, piece.bytes);
    if (piece.kind !== "segment") return;
    this.#segments.push({ run, ...piece });
    this.#written = undefined;
    this.#ready.resolve();
    while (this.#segments.length > keptSegments) this.#drop();
  }

  #drop(): void {
    const [former, next] = [this.#segments.shift(), this.#segments[0]];
    this.#first += 1;
    if (former === undefined || next === undefined || former.run === next.run) return;
    this.#discontinuities += 1;
    this.#inits.delete(former.run);
  }

  /** The encoder rests, because nobody listens: what is kept grows old, and is forgotten. */
  rest(): void {
    this.#first += this.#segments.length;
    this.#discontinuities += 1;
    this.#segments.length = 0;
    this.#inits.clear();
    this.#ready = Promise.withResolvers<void>();
    this.#written = undefined;
  }

  /** Nothing more comes; the playlist says so. */
  end(): void {
    this.#isEnded = true;
    this.#written = undefined;
    this.#ready.resolve();
  }

  /** A file by its name in the playlist. */
  find(name: string): Uint8Array | undefined {
    const [, init, number] = /^(?:init-(\d+)\.mp4|(\d+)\.m4s)$/.exec(name) ?? [];
    if (init !== undefined) return this.#inits.get(Number(init));
    return number === undefined ? undefined : this.#segments[Number(number) - this.#first]?.bytes;
  }

  /** The media playlist; its files stand below `directory`. */
  playlist(directory: string): string {
    if (this.#written?.directory !== directory) this.#written = { directory, playlist: this.#write(directory) };
    return this.#written.playlist;
  }

  #write(directory: string): string {
    const skipped = Math.max(0, this.#segments.length - listedSegments);
    const listed = this.#segments.slice(skipped);
    const changes = this.#segments.slice(0, skipped).filter(({ run }, at) => run !== this.#segments[at + 1]?.run);
    const lines = listed.flatMap((segment, at) => this.#linesOf(segment, listed[at - 1], skipped + at, directory));
    return [
      "#EXTM3U",
      "#EXT-X-VERSION:7",
      `#EXT-X-TARGETDURATION:${targetSeconds}`,
      `#EXT-X-MEDIA-SEQUENCE:${this.#first + skipped}`,
      `#EXT-X-DISCONTINUITY-SEQUENCE:${this.#discontinuities + changes.length}`,
      ...lines,
      ...(this.#isEnded ? ["#EXT-X-ENDLIST"] : []),
      "",
    ].join("\n");
  }

  #linesOf(segment: Segment, former: Segment | undefined, at: number, directory: string): string[] {
    const { run, fromSeconds, seconds } = segment;
    const instant = new Date(this.#beganAtMs() + fromSeconds * 1_000).toISOString();
    const isNewRun = former?.run !== run;
    return [
      ...(isNewRun && former !== undefined ? ["#EXT-X-DISCONTINUITY"] : []),
      ...(isNewRun ? [`#EXT-X-MAP:URI="${directory}/init-${run}.mp4"`] : []),
      `#EXT-X-PROGRAM-DATE-TIME:${instant}`,
      `#EXTINF:${seconds.toFixed(5)},`,
      `${directory}/${this.#first + at}.m4s`,
    ];
  }
}

/** The master playlist: what each rendition is called there, and where its own playlist is. */
export function masterPlaylist(addressOf: (name: RenditionName) => string): string {
  const rendition = (name: RenditionName, bandwidth: number) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},CODECS="mp4a.40.2"`,
    addressOf(name),
  ];
  // Bits per second with the container's share.
  return ["#EXTM3U", "#EXT-X-VERSION:7", ...rendition("audio", 104_000), ...rendition("voice", 38_000), ""].join("\n");
}
