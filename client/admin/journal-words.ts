import type { Act, ActWord, JournalLine, Party } from "../../schemas/journal.ts";
import type { SentenceKey, Say } from "../i18n/words.ts";

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const gone: Partial<Record<Party["kind"], SentenceKey>> = {
  account: "journal.goneAccount",
  pupil: "journal.gonePupil",
  family: "journal.goneFamily",
};

const named = {
  classroom: "journal.classroomNamed",
  channel: "journal.channelNamed",
  show: "journal.showNamed",
  episode: "journal.episodeNamed",
  cart: "journal.cartNamed",
  anchor: "journal.anchorNamed",
  recording: "journal.recordingNamed",
  family: "journal.family",
} as const;

const actWords: Readonly<Record<ActWord, SentenceKey>> = {
  none: "journal.wordNone",
  class: "journal.wordClass",
  family: "journal.wordFamily",
  public: "journal.wordPublic",
  teacher: "journal.wordTeacher",
  admin: "journal.wordAdmin",
  faders: "journal.wordFaders",
  carts: "journal.wordCarts",
};

const say = (t: Say, key: SentenceKey) => t(key as "journal.station");

/** A person or a thing within a sentence; what is gone is called what it was. */
export function partyWords(t: Say, { kind, name }: Party): string {
  if (kind === "system") return t("journal.station");
  if (kind === "visitor") return t("journal.visitor");
  if (kind === "school") return t("journal.schoolNamed");
  if (name === null) return say(t, gone[kind] ?? "journal.goneThing");
  return kind in named ? t(named[kind as keyof typeof named], { name }) : name;
}

/** What was done, as a sentence. */
export const actSentence = (t: Say, { act, who, what }: JournalLine): string =>
  capital(t(`acts.${act}`, { who: partyWords(t, who), what: partyWords(t, what) }));

/** An act by itself, to choose it by: its sentence without who and what. */
export const actName = (t: Say, act: Act): string =>
  capital(t(`acts.${act}`, { who: "", what: "…" }).replaceAll("\u00a0", " ").trim().replace(/\.$/, ""));

/** What more the line says: to whom else it was done, how far a voice or a channel goes now. Empty when there is no more. */
export function actDetail(t: Say, { act, named: others, words }: JournalLine): string {
  const joint = act === "channel.visibility" ? " → " : ", ";
  const names = others.map((party) => partyWords(t, party)).join(", ");
  const concerned = names === "" ? [] : [t("journal.concerns", { names })];
  return [...concerned, words.map((word) => say(t, actWords[word])).join(joint)].filter(Boolean).join(" · ");
}
