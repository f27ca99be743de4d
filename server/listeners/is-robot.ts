import crawlers from "crawler-user-agents";

// A few podcast apps stand in the list with what fetches feeds for them: their own players are people's.
const apps = /^(?:Overcast|Pocket ?Casts|okhttp)\b(?!.*(?:feed ?parser|crawler|bot))/i;
// An Apple Watch fetches again what its telephone has (IAB 2.1 leaves it out).
const watches = /watchOS|\(Apple ?Watch/i;
const robots = new RegExp(crawlers.map(({ pattern }) => pattern).join("|"));

const mostKnown = 500;
const known = new Map<string, boolean>();

const judge = (userAgent: string): boolean =>
  userAgent.trim() === "" || watches.test(userAgent) || (robots.test(userAgent) && !apps.test(userAgent));

/** Whether a `User-Agent` is no listener's: robots, scripts, watches, and whoever does not say what they are. */
export function isRobot(userAgent: string): boolean {
  const found = known.get(userAgent);
  if (found !== undefined) return found;
  const answer = judge(userAgent);
  if (known.size >= mostKnown) known.clear();
  known.set(userAgent, answer);
  return answer;
}
