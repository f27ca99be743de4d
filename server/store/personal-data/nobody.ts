/** A column that is about nobody: ids of things, settings, measures of sound. */
export const nobody = "nobody";
