import type { Door } from "./door.ts";
import type { Facts, Thing } from "./facts.ts";
import { knowsOf } from "./rules.ts";
import type { Asker } from "./world.ts";

/** What somebody should be told: that they may, to sign in, that there is no such thing, or that it is not for them. */
export type Verdict = "allowed" | "signIn" | "hidden" | "forbidden";

type Case = { door: Door; asker: Asker; target: Thing | undefined; second?: Thing | undefined; facts: Facts };

/** What the oracle expects. */
export function expectedOf({ door, asker, target, second, facts }: Case): Verdict {
  const { who } = asker;
  const isAbout = door.about !== undefined;
  if (door.gate?.(who, undefined, facts) === false) return who.role === "visitor" ? "signIn" : "forbidden";
  const first = judge(door, who, isAbout, target, facts);
  if (first !== "allowed" || door.and === undefined) return first;
  return judge({ may: door.and.may }, who, true, second, facts);
}

function judge(
  { may, hides }: Pick<Door, "may" | "hides">,
  who: Asker["who"],
  isAbout: boolean,
  thing: Thing | undefined,
  facts: Facts,
): Verdict {
  if ((!isAbout || thing !== undefined) && may(who, thing, facts)) return "allowed";
  const isHidden = hides?.(who, thing, facts) ?? false;
  if (who.role === "visitor" && !isHidden) return "signIn";
  if (!isAbout) return "forbidden";
  return isHidden || thing === undefined || !knowsOf(who, thing) ? "hidden" : "forbidden";
}
