/** Where a channel's live sound is: HLS in both renditions, HLS for little data alone, and a plain MP3 that never ends. */
export type LiveAddresses = { hls: string; lowHls: string; mp3: string };

/** How live sound reaches an audio element: by hls.js, by the browser's own HLS, or as a plain MP3. */
export type LiveWay = "hls" | "ownHls" | "mp3";

/** What failed: this way does not work in this browser at all, or the sound did not come this time. */
export type LiveFailure = "unsupported" | "missing";

/** Why the sound does not come just now, while it is being brought back: the station is not reached, or what came could not be played. */
export type LiveTrouble = "network" | "sound";

/** Live sound that plays into an audio element. Disposing it lets go of the element, which stays. */
export type LiveSource = Disposable & {
  /** Whether what was said before can still be heard. */
  readonly canGoBack: boolean;
  /** Where live is on the element's clock; `undefined` until that is known. */
  edge(): number | undefined;
  setLowData(isLow: boolean): void;
  /** Asks again for what does not come. */
  nudge(): void;
};

/** What every way is opened with. */
export type LiveSourceOptions = {
  addresses: LiveAddresses;
  isLowData: boolean;
  onFailure: (failure: LiveFailure) => void;
  /** Something went wrong that the source itself is getting over. */
  onTrouble: (trouble: LiveTrouble) => void;
};

/** Addresses of a channel's live sound on this station. */
export const liveAddressesOf = (slug: string): LiveAddresses => ({
  hls: `/live/${slug}/index.m3u8`,
  lowHls: `/live/${slug}/voice.m3u8`,
  mp3: `/live/${slug}.mp3`,
});

const aac = 'audio/mp4; codecs="mp4a.40.2"';

/** What a browser says that it can. */
export type Abilities = {
  vendor: string;
  canPlay: (mimeType: string) => boolean;
  canFeed: (mimeType: string) => boolean;
};

/** What this browser says. */
export const abilitiesOf = (audio: HTMLAudioElement): Abilities => ({
  vendor: navigator.vendor,
  canPlay: (mimeType) => audio.canPlayType(mimeType) !== "",
  canFeed: (mimeType) => typeof MediaSource !== "undefined" && MediaSource.isTypeSupported(mimeType),
});

/**
 * Ways to try, the best first. Safari's own HLS goes on behind a locked screen; elsewhere hls.js, because other browsers' own HLS is young.
 * An MP3 plays everywhere, but one cannot go back in it.
 */
export function waysOf({ vendor, canPlay, canFeed }: Abilities): LiveWay[] {
  const own: LiveWay[] = canPlay("application/vnd.apple.mpegurl") ? ["ownHls"] : [];
  const fed: LiveWay[] = canFeed(aac) ? ["hls"] : [];
  return [...(vendor.startsWith("Apple") ? [...own, ...fed] : fed), "mp3"];
}
