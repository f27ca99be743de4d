import { ErrorCode } from "../../schemas/errors.ts";

/** The word that tells a person why a job failed: the error's own code where it is one of the contract's, else a bug of ours. */
export function jobErrorCode(error: unknown): ErrorCode {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC") return "disk.full";
  return ErrorCode.safeParse(code).data ?? "server.failed";
}
