import { Refusal } from "../errors.ts";

/** The JSON in a field of a form; refuses what is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal("request.malformed", { cause: error });
  }
}
