import type { FamilyDictionary } from "./family-dictionary.ts";

export const recorder: FamilyDictionary["recorder"] = {
  record: "Kaydet",
  stop: "Durdur",
  recorded: "{{ time }} / {{ most }}",
  level: "Sesiniz",
  levelIs: "Sesiniz: {{ words }}",
  levelLow: "çok zayıf",
  levelGood: "iyi",
  levelHigh: "çok güçlü",
  again: "Baştan başla",
  chooseFile: "Bu cihazdan bir ses seç",
  noMicrophone: "Burada mikrofon yok.",
  noMicrophoneHint: "Tarayıcıda izin verin ya da kayıtlı bir ses seçin.",
};
