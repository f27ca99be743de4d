import type { ErrorCode } from "../../schemas/errors.ts";

/** What the SFU refuses: `code` is the word for the person at the other end, `cause` what mediasoup said. */
export class SfuError extends Error {
  override name = "SfuError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/**
 * Runs one request to mediasoup. What it throws for bad parameters (TypeError, UnsupportedError) becomes `request.malformed`, all else
 * `transport.failed`.
 */
export async function asked<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (cause) {
    if (cause instanceof SfuError) throw cause;
    const isMalformed = cause instanceof TypeError || (cause instanceof Error && cause.name === "UnsupportedError");
    throw new SfuError(isMalformed ? "request.malformed" : "transport.failed", { cause });
  }
}
