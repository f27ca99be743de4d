import type { ExtractSchema } from "hono/types";
import type { z } from "zod";
import type { AppType } from "../../server/app.ts";
import { guardedRoutes } from "./guarded-routes.ts";
import { describePayload } from "./markdown.ts";
import { type RestEntry, restTable } from "./rest-table.ts";

type Routes = ExtractSchema<AppType>;
type Answered<Route> = Route extends `${infer Method} ${infer Path extends keyof Routes}`
  ? Routes[Path][`$${Lowercase<Method>}` & keyof Routes[Path]] extends { output: infer Output }
    ? Output
    : never
  : never;
type Told<Entry> = Entry extends { answers: infer Answer extends z.ZodType } ? z.output<Answer> : never;
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;
type Table = typeof restTable;
type Mistold = {
  [Route in keyof Table]: Told<Table[Route]> extends never
    ? never
    : Same<Told<Table[Route]>, Answered<Route>> extends true
      ? never
      : Route;
}[keyof Table];
type Agreed<Routes extends true> = Routes;
/** The type check names here the routes that answer something else than the table tells. */
export type EveryAnswerAgrees = Agreed<Mistold extends never ? true : Mistold>;

/** The chapter of the protocol about HTTP; throws when the table and the server's routes differ. */
export function restChapter(): string {
  const table: Record<string, RestEntry> = restTable;
  const actions = guardedRoutes();
  const missing = [...actions.keys()].filter((route) => table[route] === undefined);
  const surplus = Object.keys(restTable).filter((route) => !actions.has(route));
  if (missing.length > 0) throw new Error(`scripts/protocol/rest-table.ts does not tell of: ${missing.join(", ")}`);
  if (surplus.length > 0)
    throw new Error(`scripts/protocol/rest-table.ts tells of routes that are not there: ${surplus.join(", ")}`);
  const entries = Object.entries(table).map(([route, entry]) => describeRoute(route, actions.get(route)!, entry));
  return ["## HTTP", ...entries].join("\n\n");
}

function describeRoute(route: string, action: string, { does, body, form, answers }: RestEntry): string {
  return [
    `### \`${route}\``,
    `${does} Permission: \`${action}\`.`,
    ...(body === undefined ? [] : [describePayload("Body", body, "input")]),
    ...(form === undefined ? [] : [describePayload("Form (multipart)", form, "input")]),
    typeof answers === "object"
      ? describePayload("Answers", answers, "output")
      : `Answers: ${answers ?? "204, nothing"}`,
  ].join("\n\n");
}
