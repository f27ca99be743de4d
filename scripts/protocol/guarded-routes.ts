import { actionOf } from "../../server/access/permit.ts";
import { createApp, type AppParts } from "../../server/app.ts";

/** Method and address of every route, and the action that its guard names. */
export function guardedRoutes(): Map<string, string> {
  // Routes are made without a station: nothing of this is called until a request comes.
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
