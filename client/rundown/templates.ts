import type { SentenceKey } from "../i18n/words.ts";
import type { RundownItemKind } from "../../schemas/rundown.ts";

type Key = Extract<SentenceKey, `templates.${string}`>;

/** A part of a template: what it is, how long it usually is, and its words. */
export type TemplateItem = { kind: RundownItemKind; plannedSeconds: number; title: Key; text?: Key };

/** The rundowns that the project ships, in the order in which they are offered. */
export const templates = {
  journal: [
    { kind: "opening", plannedSeconds: 15, title: "templates.journal1" },
    { kind: "speech", plannedSeconds: 45, title: "templates.journal2", text: "templates.journal2Text" },
    { kind: "speech", plannedSeconds: 75, title: "templates.journal3", text: "templates.journal3Text" },
    { kind: "speech", plannedSeconds: 75, title: "templates.journal4", text: "templates.journal4Text" },
    { kind: "speech", plannedSeconds: 40, title: "templates.journal5", text: "templates.journal5Text" },
    { kind: "speech", plannedSeconds: 30, title: "templates.journal6", text: "templates.journal6Text" },
    { kind: "closing", plannedSeconds: 30, title: "templates.journal7", text: "templates.journal7Text" },
    { kind: "sound", plannedSeconds: 15, title: "templates.journal8" },
  ],
  interview: [
    { kind: "opening", plannedSeconds: 15, title: "templates.interview1" },
    { kind: "speech", plannedSeconds: 45, title: "templates.interview2", text: "templates.interview2Text" },
    { kind: "interview", plannedSeconds: 120, title: "templates.interview3", text: "templates.interview3Text" },
    { kind: "interview", plannedSeconds: 120, title: "templates.interview4", text: "templates.interview4Text" },
    { kind: "interview", plannedSeconds: 60, title: "templates.interview5", text: "templates.interview5Text" },
    { kind: "closing", plannedSeconds: 30, title: "templates.interview6", text: "templates.interview6Text" },
    { kind: "sound", plannedSeconds: 15, title: "templates.interview7" },
  ],
  chronicle: [
    { kind: "opening", plannedSeconds: 10, title: "templates.chronicle1" },
    { kind: "speech", plannedSeconds: 20, title: "templates.chronicle2", text: "templates.chronicle2Text" },
    { kind: "speech", plannedSeconds: 60, title: "templates.chronicle3", text: "templates.chronicle3Text" },
    { kind: "speech", plannedSeconds: 60, title: "templates.chronicle4", text: "templates.chronicle4Text" },
    { kind: "speech", plannedSeconds: 20, title: "templates.chronicle5", text: "templates.chronicle5Text" },
    { kind: "closing", plannedSeconds: 10, title: "templates.chronicle6", text: "templates.chronicle6Text" },
  ],
  debate: [
    { kind: "opening", plannedSeconds: 15, title: "templates.debate1" },
    { kind: "speech", plannedSeconds: 45, title: "templates.debate2", text: "templates.debate2Text" },
    { kind: "debate", plannedSeconds: 75, title: "templates.debate3", text: "templates.debate3Text" },
    { kind: "debate", plannedSeconds: 75, title: "templates.debate4", text: "templates.debate4Text" },
    { kind: "debate", plannedSeconds: 180, title: "templates.debate5", text: "templates.debate5Text" },
    { kind: "speech", plannedSeconds: 45, title: "templates.debate6", text: "templates.debate6Text" },
    { kind: "closing", plannedSeconds: 15, title: "templates.debate7", text: "templates.debate7Text" },
  ],
  reading: [
    { kind: "opening", plannedSeconds: 15, title: "templates.reading1" },
    { kind: "speech", plannedSeconds: 30, title: "templates.reading2", text: "templates.reading2Text" },
    { kind: "reading", plannedSeconds: 120, title: "templates.reading3", text: "templates.reading3Text" },
    { kind: "sound", plannedSeconds: 10, title: "templates.reading4" },
    { kind: "reading", plannedSeconds: 120, title: "templates.reading5", text: "templates.reading5Text" },
    { kind: "speech", plannedSeconds: 45, title: "templates.reading6", text: "templates.reading6Text" },
    { kind: "closing", plannedSeconds: 20, title: "templates.reading7", text: "templates.reading7Text" },
  ],
  language: [
    { kind: "opening", plannedSeconds: 15, title: "templates.language1" },
    { kind: "speech", plannedSeconds: 40, title: "templates.language2", text: "templates.language2Text" },
    { kind: "interview", plannedSeconds: 90, title: "templates.language3", text: "templates.language3Text" },
    { kind: "speech", plannedSeconds: 60, title: "templates.language4", text: "templates.language4Text" },
    { kind: "reading", plannedSeconds: 60, title: "templates.language5", text: "templates.language5Text" },
    { kind: "speech", plannedSeconds: 45, title: "templates.language6", text: "templates.language6Text" },
    { kind: "closing", plannedSeconds: 30, title: "templates.language7", text: "templates.language7Text" },
  ],
} as const satisfies Record<string, readonly TemplateItem[]>;
/** Name of a template. */
export type TemplateName = keyof typeof templates;
