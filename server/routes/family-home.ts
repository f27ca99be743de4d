import { Hono } from "hono";
import { isForAll } from "../../schemas/consent.ts";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { FamilyEntry, type FamilyChannel, type FamilyHome } from "../../schemas/families.ts";
import type { ChannelId, FamilyId } from "../../schemas/ids.ts";
import { familyOf, type Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { FamilyLinks } from "../access/family-links.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Families } from "../store/families.ts";
import type { People } from "../store/people.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";

/** Newest episodes of a channel that the first page shows. */
const shownEpisodes = 3;

type Parts = {
  access: Access;
  sessionDoor: SessionDoor;
  families: Families;
  familyLinks: FamilyLinks;
  people: People;
  classrooms: Classrooms;
  channels: Pick<Channels, "listOf">;
  shows: Pick<Shows, "findLive" | "findNext">;
  clientAddress: ClientAddress;
  /** Published episodes of a channel, newest first. */
  listPublished(channelId: ChannelId): Promise<Episode[]>;
};

/** The families' door: the token from the slip becomes a session of this device, which opens their children's channels and nothing else. */
export function familyHomeRoutes(parts: Parts) {
  const { access, sessionDoor, families, familyLinks, people, channels, shows, clientAddress, listPublished } = parts;

  const withAir = async (channel: Channel, classroomName: string): Promise<FamilyChannel> => {
    const { id } = channel;
    const [live, next, published] = await Promise.all([shows.findLive(id), shows.findNext(id), listPublished(id)]);
    const episodes = published.filter(isForAll(channel)).slice(0, shownEpisodes);
    return { channel, classroomName, liveShow: live ?? null, nextShow: next ?? null, episodes };
  };

  const channelsOf = async (familyId: FamilyId) => {
    const classes = await families.classroomsOf(familyId);
    const found = classes.map(async ({ id, name }) => {
      const open = (await channels.listOf(id)).filter(({ visibility }) => visibility !== "class");
      return Promise.all(open.map((channel) => withAir(channel, name)));
    });
    return (await Promise.all(found)).flat();
  };

  return new Hono<Env>()
    .post("/api/family-sessions", permit(access, "session.open"), jsonBody(FamilyEntry), async (c) => {
      const entry = c.req.valid("json");
      const holder = await familyLinks.enter(entry, clientAddress(c));
      // The link may have been taken back while its PIN was checked.
      await sessionDoor.open(c, holder, { confirm: () => familyLinks.requireLink(entry.token) });
      return c.json(await sessionOf(parts, holder), 201);
    })
    .get("/api/family", permit(access, "family.read"), async (c) => {
      const family = familyOf(c.var.actor);
      await sessionDoor.refresh(c, family);
      const { familyId, schoolId } = family;
      const { language, children, hasPin } = await families.require(familyId);
      const { name, city } = await people.requireSchool(schoolId);
      c.header("Cache-Control", "no-store");
      return c.json<FamilyHome>({
        ...{ language, children, hasPin },
        school: { name, city },
        channels: await channelsOf(familyId),
      });
    });
}
