import { narrower } from "../../schemas/consent.ts";
import type { AccountId, ClassroomId, FamilyId, PupilId } from "../../schemas/ids.ts";
import { speakersIn } from "../../schemas/takes.ts";
import { isAllowed, permissions, type Action, type Relation } from "../../schemas/permissions.ts";
import { Refusal } from "../errors.ts";
import { openConsents } from "../store/consents.ts";
import { openFeedAddresses } from "../store/feed-addresses.ts";
import { openHomes, type Home } from "../store/homes.ts";
import type { Database } from "../store/open-database.ts";
import { openSessions } from "../store/sessions.ts";
import type { Actor, Target } from "./actor.ts";
import { hiddenCode } from "./hidden-code.ts";
import { hashToken, tokenOf } from "./session-token.ts";

/** Who asks, and whether they may. Every door (route or socket) goes through this. */
export type Access = {
  /** The session's token in a `Cookie` header, under the name that this station gives it. */
  tokenIn(cookieHeader: string | undefined): string | undefined;
  /** Whoever holds the session that a `Cookie` header names; a visitor when there is none or it has ended. */
  actorOf(cookieHeader: string | undefined): Promise<Actor>;
  /** The family or class that the token of a private address belongs to; throws `channel.not_found` once it was stopped, renewed or taken back. */
  actorOfPrivate(token: string): Promise<Actor>;
  /** How one stands to a thing; `undefined` when there is no such thing. */
  relationOf(actor: Actor, target: Target): Promise<Relation | undefined>;
  /**
   * Throws unless the permission table lets the actor do this: `session.missing` for a visitor where signing in may help,
   * `….not_found` for what does not exist or is not theirs to know of, `session.forbidden` for what they see but may not do.
   */
  require(actor: Actor, action: Action, target: Target): Promise<void>;
};

const hearing = { public: "channel.readPublic", family: "channel.readFamily", class: "channel.readClass" } as const;

// Hearing a channel depends on its visibility, and an episode that is not published is there for those who make it only.
function actionFor(action: Action, home: Home): Action {
  if (action !== "channel.readPublic") return action;
  return home.isDraft ? "episode.manage" : hearing[narrower(home.visibility ?? "class", home.ownVisibility)];
}

type Parts = { database: Database; isSecure?: boolean; clock?: () => number };

/** Opens the doors' memory over the station's database; `clock` gives epoch milliseconds, `isSecure` when the station is reached over TLS. */
export function openAccess({ database, isSecure = false, clock = Date.now }: Parts): Access {
  const homes = openHomes(database);
  const sessions = openSessions(database);
  const feedAddresses = openFeedAddresses(database);
  const consents = openConsents(database, clock);

  // A class whose year is over is its admins' alone; but a family goes on answering for its child's voice.
  const isFamilyOf = async (familyId: FamilyId, { classroomId, isArchived, visibility }: Home) =>
    classroomId !== null && !(isArchived && visibility !== null) && homes.hasChildIn(familyId, classroomId);
  const isTeacherOf = async (accountId: AccountId, { classroomId, familyId, isArchived }: Home) => {
    if (familyId !== null) return homes.teachesFamily(accountId, familyId);
    return classroomId !== null && !isArchived && homes.isMember(accountId, classroomId);
  };
  const isPupilOf = (classroomId: ClassroomId, home: Home) => classroomId === home.classroomId && !home.isArchived;

  // A take is its pupil's, and whose voice it holds too; the class may hear it where the exercise says so and no answer keeps it from them.
  async function relationInClass(asking: PupilId, { pupilId, partnerId, isShared }: Home): Promise<Relation> {
    if (pupilId === null || pupilId === asking) return "member";
    if (partnerId === asking) return "partner";
    return isShared && (await consents.reachOf(speakersIn({ pupilId, partnerId }))) !== "none"
      ? "classmate"
      : "stranger";
  }

  async function relationTo(actor: Actor, home: Home): Promise<Relation> {
    if (actor.role === "visitor" || actor.schoolId !== home.schoolId) return "stranger";
    if (actor.role === "pupil" || actor.role === "subscriber") {
      if (!isPupilOf(actor.classroomId, home)) return "stranger";
      return actor.role === "pupil" ? relationInClass(actor.pupilId, home) : "member";
    }
    if (actor.role === "family") return (await isFamilyOf(actor.familyId, home)) ? "member" : "stranger";
    return (await isTeacherOf(actor.accountId, home)) ? "member" : "school";
  }

  function requireWithoutTarget(actor: Actor, action: Action) {
    if (isAllowed(actor.role, action, actor.role === "visitor" ? "stranger" : "school")) return;
    throw new Refusal(actor.role === "visitor" ? "session.missing" : "session.forbidden");
  }

  const tokenIn = (cookieHeader: string | undefined) => tokenOf(cookieHeader, isSecure);

  return {
    tokenIn,
    actorOf: async (cookieHeader) => {
      const token = tokenIn(cookieHeader);
      const holder = token === undefined ? undefined : await sessions.findHolder(hashToken(token), clock());
      return holder ?? { role: "visitor" };
    },
    actorOfPrivate: async (token) => {
      const holder = await feedAddresses.findHolder(hashToken(token));
      // Not as a visitor: an address that was stopped gives nothing, not even what is for everybody.
      if (holder === undefined) throw new Refusal("channel.not_found");
      return holder;
    },
    relationOf: async (actor, target) => {
      if (target === "nothing") return actor.role === "visitor" ? "stranger" : "school";
      const home = await homes.find(target);
      return home && relationTo(actor, home);
    },
    require: async (actor, action, target) => {
      if (target === "nothing") {
        requireWithoutTarget(actor, action);
        return;
      }
      // A visitor learns nothing about what exists, not even by the kind of refusal.
      if (actor.role === "visitor" && permissions[action].visitor === undefined) throw new Refusal("session.missing");
      const home = await homes.find(target);
      // Nobody is in a shut school, and nobody hears it.
      if (home === undefined || home.isShut) throw new Refusal(hiddenCode(target, action));
      const relation = await relationTo(actor, home);
      if (isAllowed(actor.role, actionFor(action, home), relation)) return;
      const isSeen = relation !== "stranger" && action !== "channel.readPublic";
      throw new Refusal(isSeen ? "session.forbidden" : hiddenCode(target, action));
    },
  };
}
