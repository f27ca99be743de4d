import { createApp, type AppParts } from "../../server/app.ts";
import { actionOf } from "../../server/access/permit.ts";
import { describePayload } from "./markdown.ts";
import { type RestEntry, restTable } from "./rest-table.ts";

/** The chapter of the protocol about HTTP; throws when the table and the server's routes differ. */
export function restChapter(): string {
  const actions = guardedRoutes();
  const missing = [...actions.keys()].filter((route) => restTable[route] === undefined);
  const surplus = Object.keys(restTable).filter((route) => !actions.has(route));
  if (missing.length > 0) throw new Error(`scripts/protocol/rest-table.ts does not tell of: ${missing.join(", ")}`);
  if (surplus.length > 0)
    throw new Error(`scripts/protocol/rest-table.ts tells of routes that are not there: ${surplus.join(", ")}`);
  const entries = Object.entries(restTable).map(([route, entry]) => describeRoute(route, actions.get(route)!, entry));
  return ["## HTTP", ...entries].join("\n\n");
}

// Routes are made without a station: nothing of this is called until a request comes.
function guardedRoutes(): Map<string, string> {
  const nothing: object = new Proxy(() => nothing, { get: (_target, name) => (name === "then" ? undefined : nothing) });
  const directories: Record<string | symbol, unknown> = { pagesDirectory: "", uploadDirectory: "", mediaDirectory: "" };
  const parts = new Proxy(directories, { get: (target, name) => target[name] ?? nothing });
  const { routes } = createApp(parts as unknown as AppParts);
  return new Map(
    routes.flatMap(({ method, path, handler }) => {
      const action = actionOf(handler);
      return action === undefined ? [] : [[`${method} ${plain(path)}`, action] as const];
    }),
  );
}

// Without the expression that a parameter must match.
const plain = (path: string) => path.replaceAll(/\{[^}]*\}/g, "");

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
