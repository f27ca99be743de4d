/** Name of the file in the data directory that holds the keys of the askings that are open. No backup has it: a key is to be gone with its asking. */
export const surveyKeysName = "survey-keys.json";
