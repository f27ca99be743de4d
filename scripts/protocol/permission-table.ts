import { readFileSync } from "node:fs";
import path from "node:path";
import { Action, lentActions, permissions, Relation, Role } from "../../schemas/permissions.ts";
import { requestActions } from "../../schemas/signalling.ts";
import { guardedRoutes } from "./guarded-routes.ts";
import { propertyComments } from "./property-comments.ts";

const file = path.resolve(import.meta.dirname, "../../schemas/permissions.ts");

const preface = `# Who may do what

Generated from \`schemas/permissions.ts\` by \`npm run protocol\`; do not edit. A row is an action, a column a role, a cell how one must stand to
the thing: \`member\` (a pupil or teacher of its class, a family with a child in it), \`school\` (staff of the same school), \`technician\` (a
pupil to whom the teacher has lent that part of the desk), \`classmate\` (a pupil who may hear the take of another), \`anyone\` (all of them, and strangers). An empty cell is a refusal.

What a refusal says tells nothing that one may not know:

- Somebody who is not signed in is asked to sign in (401), whether the thing exists or not.
- What belongs to another school, and for pupils and families what belongs to another class, answers as what does not exist (404).
- Staff of the school, and pupils of the class, who may see that a thing is there but not do this to it, are refused (403).
- What one may not hear answers everybody as if it did not exist (404).`;

/** The permission table for people to read, with what names each action; throws when an action has no words, or nothing names it. */
export function permissionTable(): string {
  const words = propertyComments(file, readFileSync(file, "utf8"), "permissions");
  const doors = doorsByAction();
  const chapters = Action.options.map((action) => describe(action, words.get(`"${action}"`) ?? "", doors.get(action)));
  return `${[preface, overview(), "## Actions", ...chapters].join("\n\n")}\n`;
}

function overview(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = Action.options.map((action) =>
    line([`\`${action}\``, ...Role.options.map((role) => cell(action, role))]),
  );
  return [line(["action", ...Role.options]), line(["action", ...Role.options].map(() => "---")), ...rows].join("\n");
}

function cell(action: Action, role: Role): string {
  const relations = permissions[action][role] ?? [];
  const isAnyone = Relation.exclude(["technician", "classmate"]).options.every((relation) =>
    relations.includes(relation),
  );
  return isAnyone ? "anyone" : relations.join(", ");
}

/** The narrower ways of hearing are asked by way of the first. */
const byWayOf: Partial<Record<Action, Action>> = {
  "channel.readFamily": "channel.readPublic",
  "channel.readClass": "channel.readPublic",
};

function describe(action: Action, words: string, doors: readonly string[] | undefined): string {
  if (words === "") throw new Error(`schemas/permissions.ts: say above "${action}" what it is, in a sentence`);
  const way = byWayOf[action];
  if (doors === undefined && way === undefined) {
    throw new Error(`schemas/permissions.ts: no route and no socket request names "${action}"`);
  }
  const lent = lentActions[action];
  return [
    `### \`${action}\``,
    lent === undefined ? words : `${words} Lent with the desk's part \`${lent}\`.`,
    doors === undefined ? `- by way of \`${way ?? ""}\`` : doors.map((door) => `- ${door}`).join("\n"),
  ].join("\n\n");
}

function doorsByAction(): Map<string, string[]> {
  const doors = new Map<string, string[]>();
  const add = (action: string, door: string) => doors.set(action, [...(doors.get(action) ?? []), door]);
  for (const [route, action] of guardedRoutes()) add(action, `\`${route}\``);
  for (const [request, action] of Object.entries(requestActions)) add(action, `socket \`${request}\``);
  return doors;
}
