import type { Database } from "../../store/open-database.ts";
import type { Covers } from "../covers.ts";
import type { Fetch } from "./fetch-public.ts";

/** What imports stand on. */
export type ImportParts = {
  database: Database;
  covers: Covers;
  fetchPublic: Fetch;
  mediaDirectory: string;
  /** Where the folders lie that the station's disk offers; `undefined` when it offers none. */
  offeredDirectory: string | undefined;
  clock?: () => number;
};

/** How one episode's import is watched and stopped. */
export type ImportWork = { signal: AbortSignal; onProgress: (share: number) => void };
