import type { Announcement, AnnouncementName } from "../../schemas/signalling.ts";

/** Tells a browser something that happened. */
export type Announce = <Name extends AnnouncementName>(name: Name, data: Announcement<Name>) => void;
