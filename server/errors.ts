import type { ErrorCode } from "../schemas/errors.ts";

/** A refusal that the person at the other end can understand. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: ErrorCode;
  /** Whom it concerns, for those who may know: whoever throws it has made sure that only staff are told. */
  readonly names: readonly string[];

  constructor(code: ErrorCode, { names = [], ...options }: ErrorOptions & { names?: readonly string[] } = {}) {
    super(code, options);
    this.code = code;
    this.names = names;
  }
}
