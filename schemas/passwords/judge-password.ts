import { besides, guessableWords } from "./guessable-words.ts";

/** Shortest password of staff; NIST SP 800-63B asks for length, not for classes of characters. */
export const shortestPassword = 10;

/** Why a password is too easy to guess: too short, about the school or the person, keys side by side, the same again and again, a date, words everybody takes. */
export type PasswordFault = "short" | "personal" | "keys" | "repeated" | "date" | "common";

/** How far a password would hold, from 0 (at once) to 4, and what is wrong with it; without a fault it is good enough. */
export type PasswordVerdict = { strength: 0 | 1 | 2 | 3 | 4; fault: PasswordFault | undefined };

// What the library warns of, in our words.
const faults: Readonly<Record<string, PasswordFault>> = {
  userInputs: "personal",
  straightRow: "keys",
  keyPattern: "keys",
  sequences: "keys",
  simpleRepeat: "repeated",
  extendedRepeat: "repeated",
  recentYears: "date",
  dates: "date",
};

// 10^8 guesses: days against the station's own brake, and years against its hash.
const goodEnough = 3;

// Long passwords are judged by their beginning, for the library's time grows with the square of their length.
const limits = { maxLength: 64, l33tMaxSubstitutions: 20 };

async function loadGuesser() {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
  ]);
  const dictionary = { ...common.dictionary, ...french.dictionary };
  return new ZxcvbnFactory({ ...limits, dictionary, graphs: common.adjacencyGraphs });
}

let guesser: ReturnType<typeof loadGuesser> | undefined;

/**
 * Judges a password as somebody would guess it who speaks French and knows `names`: of the school, its classes and radios, and of the
 * person. Whoever knows these names starts from them, so what stands besides them must be good enough by itself. The dictionaries are
 * loaded with the first question.
 */
export async function judgePassword(password: string, names: readonly string[]): Promise<PasswordVerdict> {
  guesser ??= loadGuesser();
  const words = guessableWords(names);
  const judge = await guesser;
  const { score, feedback } = judge.check(password, words);
  if (password.length < shortestPassword) return { strength: Math.min(score, 1) as 0 | 1, fault: "short" };
  if (score < goodEnough) return { strength: score, fault: faults[feedback.warning ?? ""] ?? "common" };
  const rest = besides(password, words);
  const isPersonal = rest !== password && judge.check(rest, []).score < goodEnough;
  return isPersonal ? { strength: 2, fault: "personal" } : { strength: score, fault: undefined };
}
