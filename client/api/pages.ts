import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelPage } from "../../schemas/listening.ts";
import type { Classroom, Pupil, School } from "../../schemas/people.ts";
import type { Show } from "../../schemas/shows.ts";

export type ClassDoor = { classroom: Pick<Classroom, "id" | "name">; school: School; pupils: Pupil[] };
export type ClassroomPage = {
  classroom: Classroom;
  pupils: Pupil[];
  channels: Channel[];
  /** The last day, `YYYY-MM-DD`, of an answer about a voice that names none. */
  consentsEndOn: string;
};
export type { ChannelPage } from "../../schemas/listening.ts";
/** A channel that everybody may find, with what it airs now and next, and what it published last. */
export type PublicChannel = Pick<ChannelPage, "channel" | "school" | "classroomName" | "liveShow" | "nextShow"> & {
  latestEpisode: Episode | null;
};
/** A show of a classroom with the channel it goes out on. */
export type ClassShow = { show: Show; channel: Channel };
export type ShowPage = { show: Show; channel: Channel; episode: Episode | null };
