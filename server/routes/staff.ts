import { Hono, type Context } from "hono";
import { AccountId } from "../../schemas/ids.ts";
import { NewInvitation, StaffAcceptance, StaffChange, StaffLinkToken, type StaffLink } from "../../schemas/staff.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import type { StaffDoors } from "../access/staff-doors.ts";
import { requireClassesOf, type StaffOffice } from "../access/staff-office.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Post } from "../mail/open-post.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Database } from "../store/open-database.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  database: Database;
  staffDoors: StaffDoors;
  staffOffice: StaffOffice;
  sessionDoor: SessionDoor;
  people: People;
  classrooms: Classrooms;
  audit: Audit;
  post: Post;
  clientAddress: ClientAddress;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
  /** Somebody may do other things than before, or nothing any more: their sockets come in anew. */
  onStaffChanged(id: AccountId): void;
};

/** The school's staff: admins see them, invite them and hand on links for lost passwords; whoever has such a link comes in by it. */
export function staffRoutes(parts: Parts) {
  const { access, staffDoors, database, staffOffice, sessionDoor, people, audit, clientAddress, post, publicUrl } =
    parts;
  const manage = permit(access, "staff.manage");
  const linkFor = (
    c: Context,
    { token, expiresAt }: { token: string; expiresAt: string },
    isMailed: boolean,
  ): StaffLink => {
    c.header("Cache-Control", "no-store");
    return { url: `${stationOrigin(c, publicUrl)}/bienvenue#${token}`, expiresAt, isMailed };
  };

  return new Hono<Env>()
    .get("/api/staff", manage, async (c) => c.json(await people.staffOf(staffOf(c.var.actor).schoolId)))
    .post("/api/staff-invitations", manage, jsonBody(NewInvitation), async (c) => {
      const { schoolId } = staffOf(c.var.actor);
      const invitation = c.req.valid("json");
      await requireClassesOf(database, schoolId, invitation.classroomIds);
      const issued = await staffDoors.invite(schoolId, invitation);
      await post.send({ about: "invitation", schoolId, invitation });
      const act = { act: "staff.invited", target: `school:${schoolId}`, detail: invitation.role };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.json(linkFor(c, issued, post.isOpen), 201);
    })
    .patch("/api/staff/:id", manage, jsonBody(StaffChange), async (c) => {
      const id = AccountId.safeParse(c.req.param("id"));
      if (!id.success) throw new Refusal("account.not_found");
      const { schoolId } = staffOf(c.var.actor);
      const member = await staffOffice.change(auditName(c.var.actor), schoolId, id.data, c.req.valid("json"));
      parts.onStaffChanged(member.id);
      return c.json(member);
    })
    .post("/api/staff/:id/password-links", manage, async (c) => {
      const id = AccountId.safeParse(c.req.param("id"));
      const account = id.success ? await people.requireAccount(id.data) : undefined;
      if (account?.schoolId !== staffOf(c.var.actor).schoolId) throw new Refusal("account.not_found");
      const issued = await staffDoors.renewPassword(account.id);
      // Nobody writes to an account that is shut.
      const isMailed = post.isOpen && (await people.findActive(account.email)) !== undefined;
      if (isMailed) await post.send({ about: "password", email: account.email });
      await audit.write({ actor: auditName(c.var.actor), act: "staff.passwordLink", target: `account:${account.id}` });
      return c.json(linkFor(c, issued, isMailed), 201);
    })
    .post("/api/staff-links/read", permit(access, "session.open"), jsonBody(StaffLinkToken), async (c) =>
      c.json(await staffDoors.welcome(c.req.valid("json").token, clientAddress(c))),
    )
    .post("/api/staff-links/accept", permit(access, "session.open"), jsonBody(StaffAcceptance), async (c) => {
      const { holder, confirm } = await staffDoors.accept(c.req.valid("json"), clientAddress(c));
      await sessionDoor.open(c, holder, { confirm });
      parts.onSessionsEnded();
      return c.json(await sessionOf(parts, holder), 201);
    });
}
