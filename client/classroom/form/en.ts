import type { FormWords } from "./form-words.ts";

/** English. */
export const en: FormWords = {
  name: "English",
  direction: "ltr",
  title: "Permission to record and broadcast a voice",
  from: "{{ school }}, {{ classroom }}: {{ radio }}",
  purposeTitle: "Why",
  purpose:
    "The class makes radio to learn to speak, to listen and to tell. For this, the school records voices and lets those whom you choose hear them.",
  supportsTitle: "Where the voice can be heard",
  supports: [
    "The live show and its episodes, on the radio’s page.",
    "The class’s podcast, in listening apps.",
    "Recordings stay on the school’s own machine. No surname is kept there.",
  ],
  durationTitle: "Until when",
  duration:
    "Your answer holds until {{ end }}. Without a new answer, the voice is then neither recorded nor broadcast.",
  rightsTitle: "Your rights",
  rights: [
    "You can change your mind at any time, without giving a reason: tell the class. The voice is then taken out of what is published.",
    "You can ask the school, which is responsible for these data, to let you hear, to give you or to erase what it keeps of your child. If you disagree with its answer, you can write to the French data protection authority, the CNIL (www.cnil.fr).",
    "A refusal changes nothing for your child, who takes part in the radio in another way.",
  ],
  child: "First name of the pupil",
  choiceTitle: "My child’s voice may be heard by (tick one box)",
  choices: {
    none: "Nobody: the voice is not recorded.",
    class: "The class: pupils and teachers of this class.",
    family: "The families of the class, by their private link.",
    public: "Everybody: the radio’s open page and its podcast.",
  },
  nameAllowed: "My child’s first name may be told with the shows in which the voice is heard.",
  childAgrees: "My child agrees.",
  signedBy: "Name, and who you are (mother, father, legal guardian)",
  date: "Date",
  signature: "Signature",
  slip: {
    title: "The class’s radio, at home",
    opens: "This link opens the live shows, the episodes and the subscription of your child’s radio. Nothing else.",
    how: "Scan it with your phone’s camera. No account is needed.",
    secret: "Private: for your family only. Slip lost? The class can change the link.",
  },
};
