import { hc } from "hono/client";
import type { AppType } from "../../server/app.ts";

/** The station's routes, typed by the server itself; `api.ts` and its neighbours put the questions. */
export const server = hc<AppType>("/").api;

/** What stands in an address for `:id`. */
export const of = (id: string) => ({ param: { id: encodeURIComponent(id) } });
