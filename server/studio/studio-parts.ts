import type { Visibility } from "../../schemas/channels.ts";
import type { ConsentScope } from "../../schemas/consent.ts";
import type { CartId, ChannelId, PupilId, RecordingId, ShowId } from "../../schemas/ids.ts";
import type { AirSettings } from "../../schemas/live.ts";
import type { Rundown } from "../../schemas/rundown.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";
import type { AirParts } from "./air-control.ts";
import type { BarStore } from "./bar-list.ts";
import type { KeepPlay } from "./cart-log.ts";
import type { CompanyStore } from "./company-book.ts";
import type { LoadableCart } from "./cart-rack.ts";
import type { StudioClock } from "./studio-clock.ts";
import type { VoiceLogStore } from "./voice-log.ts";
import type { AiredItem } from "./studio-rundown.ts";
import type { TransmitterHooks } from "./transmitter.ts";

/** What a studio needs to know of its show. */
export type StudioShow = {
  showId: ShowId;
  channelId: ChannelId;
  title: string;
  channelTitle: string;
  air: AirSettings;
  /** Who may hear it. */
  visibility: Visibility;
  /** How far the voices of the class may go today; `none` for who is missing. */
  scopes: ReadonlyMap<PupilId, ConsentScope>;
  carts: readonly LoadableCart[];
  rundown: Rundown;
  /** Which of them have a pad, in order. */
  pads: readonly CartId[];
};

/** What a studio stands on; the mixer becomes its own. */
export type StudioParts = TransmitterHooks &
  VoiceLogStore &
  Pick<AirParts, "streams" | "airwaves" | "keepSettings"> & {
    show: StudioShow;
    sfu: Sfu;
    mixer: Mixer;
    clock: StudioClock;
    /** An item of the rundown began on air. */
    onAired(recordingId: RecordingId, item: AiredItem): Promise<void>;
    bars: BarStore;
    companies: CompanyStore;
    keepPlay: KeepPlay;
    /** How long a show may last before it ends by itself. */
    longestMs: number;
    /** Nobody has been here for a while: the studio may be disposed. */
    onDeserted(): void;
    onBug(error: unknown): void;
  };
