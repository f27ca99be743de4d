import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
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
export type ChannelPage = {
  channel: Channel;
  school: Pick<School, "name" | "city">;
  classroomName: string;
  liveShow: Show | null;
  nextShow: Show | null;
  episodes: Episode[];
  /** Whether a pupil or a member of staff is signed in here, who may be in the school. */
  isSignedIn: boolean;
  /** Whether this is a family's device. */
  isFamily: boolean;
  /** What the addresses of feed and calendar begin with, without their ending; `null` for whoever has no feed of this channel. */
  feed: { path: string; isPrivate: boolean } | null;
};
/** A channel that everybody may find, with what it airs now and next, and what it published last. */
export type PublicChannel = Pick<ChannelPage, "channel" | "school" | "classroomName" | "liveShow" | "nextShow"> & {
  latestEpisode: Episode | null;
};
/** A show of a classroom with the channel it goes out on. */
export type ClassShow = { show: Show; channel: Channel };
export type ShowPage = { show: Show; channel: Channel; episode: Episode | null };
