import type { SentenceKey } from "../i18n/words.ts";
import type { IconName } from "./icon-shapes.ts";

type SchoolPage = { href: `/ecole/${string}`; word: SentenceKey; icon: IconName };

/** The pages about the whole school, in the order of their tabs. */
export const schoolPages: readonly [SchoolPage, ...SchoolPage[]] = [
  { href: "/ecole/classes", word: "school.classes", icon: "school" },
  { href: "/ecole/equipe", word: "school.staff", icon: "teacher" },
  { href: "/ecole/autorisations", word: "consents.title", icon: "microphone" },
  { href: "/ecole/conservation", word: "retention.title", icon: "clock" },
  { href: "/ecole/impact", word: "impact.title", icon: "leaf" },
  { href: "/ecole/journal", word: "journal.title", icon: "pencil" },
  { href: "/ecole/reglages", word: "school.settings", icon: "settings" },
];
