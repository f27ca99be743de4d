import type { FamilyDictionary } from "./family-dictionary.ts";

export const recorder: FamilyDictionary["recorder"] = {
  record: "Записати",
  stop: "Зупинити",
  recorded: "{{ time }} з {{ most }}",
  level: "Ваш голос",
  levelIs: "Ваш голос: {{ words }}",
  levelLow: "надто тихо",
  levelGood: "добре",
  levelHigh: "надто гучно",
  again: "Почати знову",
  chooseFile: "Вибрати звук із цього пристрою",
  noMicrophone: "Тут немає мікрофона.",
  noMicrophoneHint: "Дозвольте його в браузері або виберіть уже записаний звук.",
};
