import type { FamilyDictionary } from "./family-dictionary.ts";

export const recorder: FamilyDictionary["recorder"] = {
  record: "Gravar",
  stop: "Parar",
  recorded: "{{ time }} de {{ most }}",
  level: "A sua voz",
  levelIs: "A sua voz: {{ words }}",
  levelLow: "demasiado fraca",
  levelGood: "boa",
  levelHigh: "demasiado forte",
  again: "Recomeçar",
  chooseFile: "Escolher um som deste aparelho",
  noMicrophone: "Não há microfone aqui.",
  noMicrophoneHint: "Autorize-o no navegador ou escolha um som já gravado.",
};
