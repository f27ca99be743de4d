import type { Channel } from "./channels.ts";
import type { Episode } from "./episodes.ts";
import type { School } from "./people.ts";

/** A radio that is for everybody, as a list tells of it. */
export type ListedRadio = { channel: Channel; classroomName: string; isLive: boolean };

/** An episode that everybody may hear, with the radio that it is of. */
export type ListedEpisode = { episode: Episode; channel: Channel };

/** A school's radios that are for everybody. */
export type SchoolRadios = { school: School; radios: ListedRadio[] };

/** What the page of all radios shows, or that of one school. */
export type RadiosPage = {
  /** `null` on the page of all schools. */
  school: School | null;
  /** What was looked for; empty for everything. */
  query: string;
  schools: SchoolRadios[];
  /** The newest episodes of these radios, the newest first. */
  newest: ListedEpisode[];
};
