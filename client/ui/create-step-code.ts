import { createSignal } from "solid-js";

const isMissing = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error && error.code === "session.second_step_missing";

/** The code that follows the password, asked for once the station has said that it wants one. */
export function createStepCode() {
  const [code, setCode] = createSignal("");
  const [isAsked, setAsked] = createSignal(false);
  return {
    code,
    setCode,
    isAsked,
    /** Goes with the password: nothing, until it is asked for. */
    typed: () => (isAsked() ? { code: code() } : {}),
    /** Looks at a refusal on its way. */
    heed: (error: unknown): never => {
      if (isMissing(error)) setAsked(true);
      throw error;
    },
  };
}
