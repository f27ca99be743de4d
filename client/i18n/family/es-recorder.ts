import type { FamilyDictionary } from "./family-dictionary.ts";

export const recorder: FamilyDictionary["recorder"] = {
  record: "Grabar",
  stop: "Parar",
  recorded: "{{ time }} de {{ most }}",
  level: "Su voz",
  levelIs: "Su voz: {{ words }}",
  levelLow: "demasiado débil",
  levelGood: "bien",
  levelHigh: "demasiado fuerte",
  again: "Volver a empezar",
  chooseFile: "Elegir un sonido de este aparato",
  noMicrophone: "Aquí no hay micrófono.",
  noMicrophoneHint: "Autorícelo en el navegador o elija un sonido ya grabado.",
};
