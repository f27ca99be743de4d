import type { ErrorCode } from "../schemas/errors.ts";

/** A refusal that the person at the other end can understand. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
