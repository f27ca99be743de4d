import type { ErrorCode } from "../../schemas/errors.ts";
import type { Say } from "./words.ts";

/** What happened and what to do, for anything that was thrown. What is not a refusal is told as the station's failure. */
export function refusalWords(t: Say, thrown: unknown): { title: string; advice: string } {
  const code = codeIn(thrown);
  if (code === "network.lost") return { title: t("frame.networkLost"), advice: t("frame.networkAdvice") };
  const known = isSaid(t, code) ? code : "server.failed";
  return { title: t(`errors.${known}`), advice: t(`advice.${known}`) };
}

/** Whether this page's words tell of a code; what they lack is not said at all. */
const isSaid = (t: Say, code: string | undefined): code is ErrorCode =>
  code !== undefined && (t(`errors.${code as ErrorCode}`) as string | undefined) !== undefined;

const codeIn = (thrown: unknown) =>
  typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : undefined;
