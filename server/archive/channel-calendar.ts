import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Channel } from "../../schemas/channels.ts";
import type { Airing } from "../store/timetable.ts";

/** A show without a planned length takes half an hour in a calendar. */
const usualSeconds = 1_800;

/** What a calendar is made of. */
export type CalendarSource = {
  channel: Channel;
  airings: readonly Airing[];
  /** Scheme and host that subscribers reach the station by, without a slash at the end. */
  origin: string;
};

/**
 * A channel's timetable as iCalendar (RFC 5545), in UTC. A show keeps its UID for life, so an app that subscribed moves it when it moves;
 * one that is called off leaves the list, and the app's copy with it.
 */
export function channelCalendar({ channel, airings, origin }: CalendarSource): string {
  const url = `${origin}/chaines/${channel.slug}`;
  const calendar = new ICalCalendar({
    name: channel.title,
    description: channel.description || channel.title,
    url,
    prodId: { company: "Antenne", product: "Antenne", language: channel.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // How often an app asks again, in seconds.
    ttl: 3_600,
  });
  for (const airing of airings) {
    const start = airing.scheduledAt;
    if (start !== null) calendar.createEvent(eventOf(airing, start, url));
  }
  return calendar.toString();
}

const eventOf = ({ id, title, plannedSeconds, changedAt }: Airing, start: number, url: string) => ({
  id,
  summary: title,
  start: new Date(start),
  end: new Date(start + (plannedSeconds ?? usualSeconds) * 1_000),
  // The instant of the last change, not of this answer: an unchanged timetable is the same file.
  stamp: new Date(changedAt),
  lastModified: new Date(changedAt),
  url,
  transparency: ICalEventTransparency.TRANSPARENT,
});
