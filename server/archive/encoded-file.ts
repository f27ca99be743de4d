import { basename } from "node:path";
import type { EncodedSound } from "../../media/render/programme.ts";
import type { EncodedFile } from "../store/episode-row.ts";

/** A file that a rendering made, as its episode keeps it: by name, because the folder follows from episode and version. */
export const toEncodedFile = ({ path, ...file }: EncodedSound): EncodedFile => ({ ...file, name: basename(path) });
