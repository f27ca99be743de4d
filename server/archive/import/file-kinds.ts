import { extname } from "node:path";

const sounds = new Set([".mp3", ".m4a", ".m4b", ".mp4", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".webm"]);
const beside = new Set([".xml", ".rss", ".json", ".jpg", ".jpeg", ".png", ".webp"]);

/** What a file claims to be by its name: its bytes are looked at when it is read. `undefined` for what no podcast needs. */
export function fileKind(name: string): "sound" | "feed" | "beside" | undefined {
  const ending = extname(name).toLowerCase();
  if (sounds.has(ending)) return "sound";
  if (ending === ".xml" || ending === ".rss") return "feed";
  return beside.has(ending) ? "beside" : undefined;
}

/** Whether the operating system made it and not a person. */
export const isHidden = (name: string): boolean =>
  name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
